package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.plan.Planner;
import io.personaagent.core.plan.PlannerException;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.persona.align.Alignment;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Graded;
import io.personaagent.persona.align.Judgement;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Rehearsals;
import io.personaagent.persona.align.Scale;
import io.personaagent.persona.align.StoppedException;
import io.personaagent.persona.align.TaskLoss;
import io.personaagent.tools.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PastTurnsTest {

    private static final List<String> DOORS = List.of("cedar", "marble", "copper", "velvet", "amber");
    private static final List<String> WORDS = List.of("heron", "magnet", "saddle", "pepper", "violin");

    private final Past past = new Past();

    static Stream<MemoryProvider> backends() {
        return Stream.of(new LexicalProvider(), new EpisodicSemanticProvider());
    }

    /** The copier answers with whatever memory says, and so would be right wherever it finds the label. */
    @ParameterizedTest
    @MethodSource("backends")
    void aModelThatCopiesFromMemory_gainsNothing(MemoryProvider backend) {
        try (Memory memory = past.memory(backend)) {
            for (int number = 1; number <= 5; number++) {
                Past.said(memory, number, "What is the code word for door " + DOORS.get(number - 1) + "?", "");
                memory.feedback(
                        new EpisodeId("e" + number),
                        Feedback.corrected(WORDS.get(number - 1), Past.NOON.plusSeconds(number)));
            }
            Past.said(memory, 20, "what is the CODE WORD, for door amber", "It is violin");
            Past.said(memory, 21, "For door amber, what is the code word? Tell!", "violin");
            Past.said(memory, 22, "The code word for door amber is violin", "");
            Planner copier = past.planner(situation -> new Step.Answer(
                    situation.background().recalled().stream()
                            .map(each -> each.text())
                            .reduce("", (one, other) -> one + " " + other)
                            .strip(),
                    List.of()));

            Alignment alignment = new Alignment(
                    past.personas(),
                    memory.episodes(),
                    new Nobody(),
                    new Rehearsals(past.turns(memory, copier), new TaskLoss(HashingEmbedder.embedder())),
                    Past.CLOCK);
            Decision decision = alignment.run(alignment.course(Scale.USUAL), Past.PLENTY, line -> {});

            assertThat(decision.losses().batch())
                    .hasSize(3)
                    .extracting(Judgement::before)
                    .allMatch(loss -> loss > Graded.RIGHT);
            assertThat(past.seen).isNotEmpty().allSatisfy(situation -> {
                int door = DOORS.indexOf(situation.message().text().replaceAll(".*door (\\w+)\\?", "$1"));
                assertThat(situation.background().recalled().toString()).doesNotContain(WORDS.get(door));
            });
            assertThat(memory.recall(RecallQuery.about("What is the code word for door amber?", Past.NOON))
                            .toString())
                    .contains("violin");
        }
    }

    @Test
    void whatAsksTheSameInOtherWords_isMaskedToo_evenWhereItWasNotHidden() {
        try (Memory memory = past.memory(new LexicalProvider())) {
            Past.said(memory, 1, "What is the code word for door amber?", "violin");
            Past.said(memory, 2, "For the door amber: the code word is what?", "");
            Past.said(memory, 3, "The amber door squeaks", "");

            past.turns(memory, past.planner(situation -> new Step.Answer("", List.of())))
                    .answer(Past.PERSONA, Past.rehearsal(memory, "e2", Set.of("e2")), Past.meter());

            assertThat(past.seen.get(0).background().recalled())
                    .extracting(found -> found.source().evidence().get(0).value())
                    .containsExactly("e3");
        }
    }

    @Test
    void answer_logsNothing_andRunsNoToolThatWrites() {
        try (Memory memory = past.memory(new LexicalProvider())) {
            Past.said(memory, 1, "Note down that I like tea", "");
            long before = memory.episodes().end();
            Planner writes = past.planner(situation -> situation.rounds().isEmpty()
                    ? new Step.UseTools(
                            List.of(
                                    new ToolCall("1", "keep", Arguments.of(Map.of("text", "tea"))),
                                    new ToolCall("2", "echo", Arguments.of(Map.of("text", "tea")))),
                            Influence.PERSON)
                    : new Step.Answer(
                            situation.observations().stream()
                                    .map(each -> each.result().fold(done -> done.text(), failed -> failed.message()))
                                    .reduce("", (one, other) -> one + "|" + other),
                            List.of()));

            String answer = past.turns(memory, writes)
                    .answer(Past.PERSONA, Past.rehearsal(memory, "e1", Set.of()), Past.meter());

            assertThat(answer).isEqualTo("|'keep' would change what is kept for you and was not approved|tea");
            assertThat(past.written).isEmpty();
            assertThat(past.seen.get(0).tools()).extracting(tool -> tool.name()).containsExactly("echo", "look_up");
            assertThat(memory.episodes().end()).isEqualTo(before);
            assertThat(memory.exposures().find(new EpisodeId("e1"))).isEmpty();
        }
    }

    @Test
    void answer_masksWhatToolsAreLent() {
        try (Memory memory = past.memory(new LexicalProvider())) {
            Past.said(memory, 1, "What is the code word for my door?", "quartz lantern");
            Planner looks = past.planner(situation -> situation.rounds().isEmpty()
                    ? new Step.UseTools(
                            List.of(new ToolCall("1", "look_up", Arguments.of(Map.of("text", "code word")))),
                            Influence.PERSON)
                    : new Step.Answer(
                            situation
                                    .observations()
                                    .get(0)
                                    .result()
                                    .fold(done -> done.text(), failed -> failed.message()),
                            List.of()));
            Past.said(memory, 2, "Which code word?", "");

            PastTurns turns = past.turns(memory, looks);

            assertThat(turns.answer(Past.PERSONA, Past.rehearsal(memory, "e2", Set.of("e1", "e2")), Past.meter()))
                    .isEqualTo("[]");
            assertThat(turns.answer(Past.PERSONA, Past.rehearsal(memory, "e2", Set.of("e2")), Past.meter()))
                    .contains("code word");
        }
    }

    @Test
    void answer_showsTheConversationBeforeIt_andNothingAfter() {
        try (Memory memory = past.memory(new LexicalProvider())) {
            Past.said(memory, 1, "I am in Rome", "");
            Past.said(memory, 2, "What is the weather?", "");
            Past.said(memory, 3, "No, I meant tomorrow", "");

            past.turns(memory, past.planner(situation -> new Step.Answer("sunny", List.of())))
                    .answer(Past.PERSONA, Past.rehearsal(memory, "e2", Set.of("e2")), Past.meter());

            assertThat(past.seen.get(0).background().conversation())
                    .extracting(each -> each.id().value())
                    .containsExactly("e1");
            assertThat(past.seen.get(0).message().at()).isEqualTo(Past.NOON.plusSeconds(2));
            assertThat(past.seen.get(0).background().persona()).isEqualTo(Past.PERSONA);
        }
    }

    @Test
    void answer_whereThePlannerFails_stops() {
        try (Memory memory = past.memory(new LexicalProvider())) {
            Past.said(memory, 1, "Hello?", "");
            PastTurns turns = past.turns(memory, past.planner(situation -> {
                throw new PlannerException("no model answers");
            }));

            assertThatThrownBy(() -> turns.answer(Past.PERSONA, Past.rehearsal(memory, "e1", Set.of()), Past.meter()))
                    .isInstanceOf(StoppedException.class)
                    .hasMessage("no model answers");
        }
    }

    /** Proposes nothing. */
    private static final class Nobody implements io.personaagent.persona.align.Aligner {

        @Override
        public String name() {
            return "nobody";
        }

        @Override
        public Draft improve(Lesson lesson, Meter meter) {
            return new Draft.Rejected("there is nobody");
        }
    }
}
