package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plan.Planner;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.Memory;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.persona.Persona;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PastTurnsAskTest {

    private static final List<String> DOORS = List.of("cedar", "marble", "copper", "velvet", "amber");
    private static final List<String> WORDS = List.of("heron", "magnet", "saddle", "pepper", "violin");

    private final Past past = new Past();

    @Test
    void ask_showsTheSessionSoFar_butWhatIsHidden_andLogsNothing() {
        try (Memory memory = past.memory(new LexicalProvider())) {
            Past.said(memory, 1, "I am in Rome", "");
            Past.said(memory, 2, "I like Rome in May", "");
            Past.said(memory, 20, "I was in Rome", "");
            long before = memory.episodes().end();
            PastTurns turns = past.turns(memory, past.planner(situation -> new Step.Answer("sunny", List.of())));

            String answer = turns.ask(
                    Past.PERSONA,
                    new Message("s", "What of Rome?", Past.NOON.plusSeconds(30)),
                    ids("e2"),
                    Past.meter());

            assertThat(answer).isEqualTo("sunny");
            Situation situation = past.seen.get(0);
            assertThat(situation.background().conversation())
                    .extracting(each -> each.id().value())
                    .containsExactly("e1");
            assertThat(situation.background().recalled().toString())
                    .contains("I was in Rome")
                    .doesNotContain("May");
            assertThat(situation.message().at()).isEqualTo(Past.NOON.plusSeconds(30));
            assertThat(memory.episodes().end()).isEqualTo(before);
        }
    }

    @Test
    void latestLabels_areShownToWhoWeighsThem_butNoJudgeAndNothingLater() {
        try (Memory memory = past.memory(new LexicalProvider())) {
            for (int number = 1; number <= 5; number++) {
                Past.said(memory, number, WORDS.get(number - 1) + " or " + DOORS.get(number - 1) + "?", "");
                memory.feedback(new EpisodeId("e" + number), Feedback.corrected(String.valueOf(number), Past.NOON));
            }
            PastTurns turns = past.turns(memory, weighing());

            turns.answer(Past.PERSONA, Past.rehearsal(memory, "e3", Set.of("e2", "e3", "e4", "e5")), Past.meter());
            turns.ask(Past.PERSONA, new Message("new", "pepper or silver?", Past.NOON), Set.of(), Past.meter());

            assertThat(evidence(past.seen.get(0))).containsExactly("e1");
            assertThat(evidence(past.seen.get(1))).containsExactlyInAnyOrder("e1", "e2", "e3", "e4", "e5");
        }
    }

    private static Set<String> evidence(Situation situation) {
        return situation.background().recalled().stream()
                .map(each -> each.source().evidence().get(0).value())
                .collect(Collectors.toSet());
    }

    private Planner weighing() {
        Planner plain = past.planner(situation -> new Step.Answer("3", List.of()));
        return new Planner() {
            @Override
            public String name() {
                return plain.name();
            }

            @Override
            public boolean weighsLabels(Message message, Persona persona) {
                return true;
            }

            @Override
            public Step next(Situation situation, TurnListener listener) {
                return plain.next(situation, listener);
            }
        };
    }

    private static Set<EpisodeId> ids(String... ids) {
        return Stream.of(ids).map(EpisodeId::new).collect(Collectors.toSet());
    }
}
