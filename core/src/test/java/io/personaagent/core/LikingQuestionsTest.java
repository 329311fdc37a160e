package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plan.Planner;
import io.personaagent.core.tool.Harmless;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an agent asks of likings, and tells of the statements that decided. */
class LikingQuestionsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final Memory memory = new Memory(store, new LexicalProvider(), Lent.of(HashingEmbedder.embedder(), CLOCK));
    private final Personas personas =
            new Personas(new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), "Rules."), "Rules.", CLOCK);
    private final List<Situation> seen = new ArrayList<>();

    @Test
    void respond_letsAPlannerAskOnlySoOftenInASession_whateverThePlannerWants() {
        Step ask = new Step.AskUser("Do you like tea?", Step.AskUser.Aim.LIKING);

        assertThat(asked(ask, "s", 1)).isEqualTo(Reply.End.ASKED);
        assertThat(asked(ask, "s", 2)).isEqualTo(Reply.End.ASKED);
        assertThat(asked(ask, "s", 3)).isEqualTo(Reply.End.ANSWERED);
        assertThat(asked(ask, "other", 4)).isEqualTo(Reply.End.ASKED);
        assertThat(asked(new Step.AskUser("Which day?"), "s", 5)).isEqualTo(Reply.End.ASKED);
        assertThat(seen)
                .extracting(situation -> situation.background().questions())
                .containsExactly(2, 1, 0, 2, 0);
        assertThat(memory.episodes()
                        .find(new EpisodeId("q1"))
                        .orElseThrow()
                        .provenance()
                        .tags())
                .containsExactlyInAnyOrder("end:asked", "asked:liking");
        assertThat(memory.episodes()
                        .find(new EpisodeId("q3"))
                        .orElseThrow()
                        .exchange()
                        .reply())
                .isEqualTo(
                        "I don't know you well enough to answer that, and I have asked you enough questions in this session.");
    }

    /** By an agent that is new each time, as after a restart. */
    private Reply.End asked(Step step, String session, int number) {
        return agent(step)
                .respond(
                        new EpisodeId("q" + number),
                        new Message(session, "What shall I drink? " + number, NOON.plusSeconds(number)),
                        TurnListener.none())
                .end();
    }

    @Test
    void respond_countsWhatItAskedItself() {
        Agent agent = agent(new Step.AskUser("Tea?", Step.AskUser.Aim.LIKING));

        for (int turn = 1; turn <= 3; turn++) {
            agent.respond(new EpisodeId("t" + turn), new Message("s", "And " + turn, NOON), TurnListener.none());
        }

        assertThat(seen)
                .extracting(situation -> situation.background().questions())
                .containsExactly(2, 1, 0);
    }

    @Test
    void respond_tellsWhichStatementsDecided() {
        Agent agent = agent(new Step.Answer("Tea.", List.of(), List.of("tea", "gone")));
        personas.accept(
                personas.current()
                        .next(List.of(new Statement(
                                "tea", "Likes tea.", Statement.Kind.PREFERENCE, new Support(1, Set.of(), NOON, NOON)))),
                Cause.of(Origin.EDITED, "by hand"));

        assertThat(agent.respond(new EpisodeId("e1"), new Message("s", "Tea or coffee?", NOON), TurnListener.none())
                        .trace()
                        .steered())
                .extracting(Statement::text)
                .containsExactly("Likes tea.");
    }

    private Agent agent(Step always) {
        Planner planner = new Planner() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public Step next(Situation situation, TurnListener listener) {
                seen.add(situation);
                return always;
            }
        };
        Toolbox toolbox = new Toolbox(
                ToolCatalogue.of(List.of()), new NothingLent(store, CLOCK), ToolLimits.USUAL, new Harmless());
        return new Agent(
                new Person(memory.user(), memory, personas, CLOCK),
                planner,
                toolbox,
                new Pace(new Pace.Limits(4, Duration.ofMinutes(1), 1000), 5, 2, 0, CLOCK),
                new FakeProcess("this", Set.of()));
    }
}
