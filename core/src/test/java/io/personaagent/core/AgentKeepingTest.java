package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.journal.Journals;
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
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentKeepingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final EpisodeId ID = new EpisodeId("e1");

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));

    @Test
    void respond_keepsTheJournalWithTheTurn() {
        Memory memory = memory(store);

        agent(memory).respond(ID, new Message("s", "Hi", NOON), TurnListener.none());

        assertThat(memory.episodes().find(ID)).isPresent();
        assertThat(new Journals(memory.exposures().records(), 100).find(ID)).isPresent();
    }

    @Test
    void respond_keepsTheTurn_whereThereIsRoomForNothingElse() {
        Memory memory = memory(new NotesRefused(store));

        Reply reply = agent(memory).respond(ID, new Message("s", "Hi", NOON), TurnListener.none());

        assertThat(reply.text()).isEqualTo("Hello.");
        assertThat(memory.episodes().find(ID)).isPresent();
        assertThat(new Journals(memory.exposures().records(), 100).find(ID)).isEmpty();
    }

    private static Memory memory(UserStore store) {
        return new Memory(store, new LexicalProvider(), Lent.of(HashingEmbedder.embedder(), CLOCK));
    }

    private Agent agent(Memory memory) {
        Personas personas = new Personas(
                new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), "Rules."), "Rules.", CLOCK);
        Planner planner = new Planner() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public Step next(Situation situation, TurnListener listener) {
                return new Step.Answer("Hello.", List.of());
            }
        };
        return new Agent(
                new Person(store.user(), memory, personas, CLOCK),
                planner,
                new Toolbox(
                        ToolCatalogue.of(List.of()), new NothingLent(store, CLOCK), ToolLimits.USUAL, new Harmless()),
                new Pace(new Pace.Limits(4, Duration.ofMinutes(1), 1000), 5, 0, 100, CLOCK),
                new FakeProcess("this", Set.of()));
    }
}
