package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.plan.Planner;
import io.personaagent.core.plan.PlannerException;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.persona.align.Alignment;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Graded;
import io.personaagent.persona.align.Judgement;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Rehearsal;
import io.personaagent.persona.align.Rehearsals;
import io.personaagent.persona.align.Scale;
import io.personaagent.persona.align.StoppedException;
import io.personaagent.persona.align.TaskLoss;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PastTurnsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Budget PLENTY = new Budget(Duration.ofHours(1), 1_000, 1_000_000);
    private static final Persona PERSONA = new Persona(1, "Rules.", List.of());

    private static final List<String> DOORS = List.of("cedar", "marble", "copper", "velvet", "amber");
    private static final List<String> WORDS = List.of("heron", "magnet", "saddle", "pepper", "violin");

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final List<Situation> seen = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    static Stream<MemoryProvider> backends() {
        return Stream.of(new LexicalProvider(), new EpisodicSemanticProvider());
    }

    /** The copier answers with whatever memory says, and so would be right wherever it finds the label. */
    @ParameterizedTest
    @MethodSource("backends")
    void aModelThatCopiesFromMemory_gainsNothing(MemoryProvider backend) {
        try (Memory memory = memory(backend)) {
            for (int number = 1; number <= 5; number++) {
                said(memory, number, "What is the code word for door " + DOORS.get(number - 1) + "?", "");
                memory.feedback(
                        new EpisodeId("e" + number),
                        Feedback.corrected(WORDS.get(number - 1), NOON.plusSeconds(number)));
            }
            said(memory, 20, "what is the CODE WORD, for door amber", "It is violin");
            said(memory, 21, "For door amber, what is the code word? Tell!", "violin");
            said(memory, 22, "The code word for door amber is violin", "");
            Planner copier = planner(situation -> new Step.Answer(
                    situation.background().recalled().stream()
                            .map(each -> each.text())
                            .reduce("", (one, other) -> one + " " + other)
                            .strip(),
                    List.of()));

            Alignment alignment = new Alignment(
                    personas(),
                    memory.episodes(),
                    new Nobody(),
                    new Rehearsals(turns(memory, copier), new TaskLoss(HashingEmbedder.embedder())),
                    CLOCK);
            Decision decision = alignment.run(alignment.course(Scale.USUAL), PLENTY, line -> {});

            assertThat(decision.losses().batch())
                    .hasSize(3)
                    .extracting(Judgement::before)
                    .allMatch(loss -> loss > Graded.RIGHT);
            assertThat(seen).isNotEmpty().allSatisfy(situation -> {
                int door = DOORS.indexOf(situation.message().text().replaceAll(".*door (\\w+)\\?", "$1"));
                assertThat(situation.background().recalled().toString()).doesNotContain(WORDS.get(door));
            });
            assertThat(memory.recall(RecallQuery.about("What is the code word for door amber?", NOON))
                            .toString())
                    .contains("violin");
        }
    }

    @Test
    void whatAsksTheSameInOtherWords_isMaskedToo_evenWhereItWasNotHidden() {
        try (Memory memory = memory(new LexicalProvider())) {
            said(memory, 1, "What is the code word for door amber?", "violin");
            said(memory, 2, "For the door amber: the code word is what?", "");
            said(memory, 3, "The amber door squeaks", "");

            turns(memory, planner(situation -> new Step.Answer("", List.of())))
                    .answer(PERSONA, rehearsal(memory, "e2", Set.of("e2")), meter());

            assertThat(seen.get(0).background().recalled())
                    .extracting(found -> found.source().evidence().get(0).value())
                    .containsExactly("e3");
        }
    }

    @Test
    void answer_logsNothing_andRunsNoToolThatWrites() {
        try (Memory memory = memory(new LexicalProvider())) {
            said(memory, 1, "Note down that I like tea", "");
            long before = memory.episodes().end();
            Planner writes = planner(situation -> situation.rounds().isEmpty()
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

            String answer = turns(memory, writes).answer(PERSONA, rehearsal(memory, "e1", Set.of()), meter());

            assertThat(answer).isEqualTo("|'keep' would change what is kept for you and was not approved|tea");
            assertThat(written).isEmpty();
            assertThat(seen.get(0).tools()).extracting(tool -> tool.name()).containsExactly("echo", "look_up");
            assertThat(memory.episodes().end()).isEqualTo(before);
            assertThat(memory.exposures().find(new EpisodeId("e1"))).isEmpty();
        }
    }

    @Test
    void answer_masksWhatToolsAreLent() {
        try (Memory memory = memory(new LexicalProvider())) {
            said(memory, 1, "What is the code word for my door?", "quartz lantern");
            Planner looks = planner(situation -> situation.rounds().isEmpty()
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
            said(memory, 2, "Which code word?", "");

            PastTurns turns = turns(memory, looks);

            assertThat(turns.answer(PERSONA, rehearsal(memory, "e2", Set.of("e1", "e2")), meter()))
                    .isEqualTo("[]");
            assertThat(turns.answer(PERSONA, rehearsal(memory, "e2", Set.of("e2")), meter()))
                    .contains("code word");
        }
    }

    @Test
    void answer_showsTheConversationBeforeIt_andNothingAfter() {
        try (Memory memory = memory(new LexicalProvider())) {
            said(memory, 1, "I am in Rome", "");
            said(memory, 2, "What is the weather?", "");
            said(memory, 3, "No, I meant tomorrow", "");

            turns(memory, planner(situation -> new Step.Answer("sunny", List.of())))
                    .answer(PERSONA, rehearsal(memory, "e2", Set.of("e2")), meter());

            assertThat(seen.get(0).background().conversation())
                    .extracting(each -> each.id().value())
                    .containsExactly("e1");
            assertThat(seen.get(0).message().at()).isEqualTo(NOON.plusSeconds(2));
            assertThat(seen.get(0).background().persona()).isEqualTo(PERSONA);
        }
    }

    @Test
    void ask_showsTheSessionSoFar_butWhatIsHidden_andLogsNothing() {
        try (Memory memory = memory(new LexicalProvider())) {
            said(memory, 1, "I am in Rome", "");
            said(memory, 2, "I like Rome in May", "");
            said(memory, 20, "I was in Rome", "");
            long before = memory.episodes().end();
            PastTurns turns = turns(memory, planner(situation -> new Step.Answer("sunny", List.of())));

            String answer =
                    turns.ask(PERSONA, new Message("s", "What of Rome?", NOON.plusSeconds(30)), ids("e2"), meter());

            assertThat(answer).isEqualTo("sunny");
            Situation situation = seen.get(0);
            assertThat(situation.background().conversation())
                    .extracting(each -> each.id().value())
                    .containsExactly("e1");
            assertThat(situation.background().recalled().toString())
                    .contains("I was in Rome")
                    .doesNotContain("May");
            assertThat(situation.message().at()).isEqualTo(NOON.plusSeconds(30));
            assertThat(memory.episodes().end()).isEqualTo(before);
        }
    }

    @Test
    void latestLabels_areShownToWhoWeighsThem_butNoJudgeAndNothingLater() {
        try (Memory memory = memory(new LexicalProvider())) {
            for (int number = 1; number <= 5; number++) {
                said(memory, number, WORDS.get(number - 1) + " or " + DOORS.get(number - 1) + "?", "");
                memory.feedback(new EpisodeId("e" + number), Feedback.corrected(String.valueOf(number), NOON));
            }
            PastTurns turns = turns(memory, weighing());

            turns.answer(PERSONA, rehearsal(memory, "e3", Set.of("e2", "e3", "e4", "e5")), meter());
            turns.ask(PERSONA, new Message("new", "pepper or silver?", NOON), Set.of(), meter());

            assertThat(evidence(seen.get(0))).containsExactly("e1");
            assertThat(evidence(seen.get(1))).containsExactlyInAnyOrder("e1", "e2", "e3", "e4", "e5");
        }
    }

    private static Set<String> evidence(Situation situation) {
        return situation.background().recalled().stream()
                .map(each -> each.source().evidence().get(0).value())
                .collect(Collectors.toSet());
    }

    private Planner weighing() {
        Planner plain = planner(situation -> new Step.Answer("3", List.of()));
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

    @Test
    void answer_whereThePlannerFails_stops() {
        try (Memory memory = memory(new LexicalProvider())) {
            said(memory, 1, "Hello?", "");
            PastTurns turns = turns(memory, planner(situation -> {
                throw new PlannerException("no model answers");
            }));

            assertThatThrownBy(() -> turns.answer(PERSONA, rehearsal(memory, "e1", Set.of()), meter()))
                    .isInstanceOf(StoppedException.class)
                    .hasMessage("no model answers");
        }
    }

    private Memory memory(MemoryProvider backend) {
        return new Memory(store, backend, Lent.of(HashingEmbedder.embedder(), CLOCK));
    }

    private static void said(Memory memory, int second, String query, String reply) {
        memory.retain(new Episode(
                new EpisodeId("e" + second),
                new Occasion(second < 10 ? "s" : "later", NOON.plusSeconds(second), NOON),
                new Exchange("", query, List.of(), reply),
                Provenance.CHAT));
    }

    private static Rehearsal rehearsal(Memory memory, String id, Set<String> hidden) {
        Episode episode = memory.episodes().find(new EpisodeId(id)).orElseThrow();
        Episode labelled = episode.with(Feedback.corrected("x", NOON));
        return new Rehearsal(
                Labelled.of(labelled).orElseThrow(),
                Set.of(hidden.stream().map(EpisodeId::new).toArray(EpisodeId[]::new)));
    }

    private static Meter meter() {
        return new Meter(PLENTY, CLOCK);
    }

    private Personas personas() {
        return new Personas(new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), "Rules."), "Rules.", CLOCK);
    }

    private PastTurns turns(Memory memory, Planner planner) {
        ToolCatalogue tools = ToolCatalogue.of(List.of(new Offer("test", new TestTools(written), ToolSettings.NONE)));
        Pace pace = new Pace(new Pace.Limits(4, Duration.ofMinutes(1), 1_000), 5, 0, 100, CLOCK);
        Person person = new Person(new UserId("ada"), memory, personas(), CLOCK);
        return new PastTurns(person, planner, tools, HashingEmbedder.embedder(), pace);
    }

    private Planner planner(Function<Situation, Step> decide) {
        return new Planner() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public Step next(Situation situation, TurnListener listener) {
                seen.add(situation);
                return decide.apply(situation);
            }
        };
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
