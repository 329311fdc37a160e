package io.personaagent.core;

import io.personaagent.core.plan.Planner;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
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
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Rehearsal;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A person's past to go through again, and a planner that is scripted and remembers what it saw. */
final class Past {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final Budget PLENTY = new Budget(Duration.ofHours(1), 1_000, 1_000_000);
    static final Persona PERSONA = new Persona(1, "Rules.", List.of());

    final UserStore store = new InMemoryStores().open(new UserId("ada"));
    final List<Situation> seen = new ArrayList<>();
    final List<String> written = new ArrayList<>();

    Memory memory(MemoryProvider backend) {
        return new Memory(store, backend, Lent.of(HashingEmbedder.embedder(), CLOCK));
    }

    static void said(Memory memory, int second, String query, String reply) {
        memory.retain(new Episode(
                new EpisodeId("e" + second),
                new Occasion(second < 10 ? "s" : "later", NOON.plusSeconds(second), NOON),
                new Exchange("", query, List.of(), reply),
                Provenance.CHAT));
    }

    static Rehearsal rehearsal(Memory memory, String id, Set<String> hidden) {
        Episode episode = memory.episodes().find(new EpisodeId(id)).orElseThrow();
        Episode labelled = episode.with(Feedback.corrected("x", NOON));
        return new Rehearsal(
                Labelled.of(labelled).orElseThrow(),
                Set.of(hidden.stream().map(EpisodeId::new).toArray(EpisodeId[]::new)));
    }

    static Meter meter() {
        return new Meter(PLENTY, CLOCK);
    }

    Personas personas() {
        return new Personas(new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), "Rules."), "Rules.", CLOCK);
    }

    PastTurns turns(Memory memory, Planner planner) {
        ToolCatalogue tools = ToolCatalogue.of(List.of(new Offer("test", new TestTools(written), ToolSettings.NONE)));
        Pace pace = new Pace(new Pace.Limits(4, Duration.ofMinutes(1), 1_000), 5, 0, 100, CLOCK);
        Person person = new Person(new UserId("ada"), memory, personas(), CLOCK);
        return new PastTurns(person, planner, tools, HashingEmbedder.embedder(), pace);
    }

    Planner planner(Function<Situation, Step> decide) {
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
}
