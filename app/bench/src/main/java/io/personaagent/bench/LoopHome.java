package io.personaagent.bench;

import io.personaagent.core.Agent;
import io.personaagent.core.Person;
import io.personaagent.core.journal.OpenTurns;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Permits;
import io.personaagent.core.plan.ModelPlanner;
import io.personaagent.core.plan.reflex.Predictions;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.Outputs;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLending;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.HouseholdSource;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.boundary.SafeShelf;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Use;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Personas;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.UserId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A home on the disk in which one person talks to a scripted model; everything else is as in the program. */
final class LoopHome implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final UserId ADA = new UserId("ada");
    private static final int SESSION = 20;

    private final Talk talk = new Talk(5);
    private final Household household;
    private final Memory memory;
    private final Agent agent;
    private int turns;

    /** How much of memory is measured with the loop. */
    enum Remembering {
        /** A backend that keeps and finds nothing; its place in the log is still kept. */
        NOTHING,
        /** The lexical backend: everything but the embedding. */
        WORDS
    }

    LoopHome(Path folder, Scripted model, Remembering remembering) {
        this.household = new HouseholdSource(Map.of(), CLOCK).open(folder, Map.of());
        UserStore store = household.stores().open(ADA);
        MemoryProvider provider = remembering == Remembering.WORDS ? new LexicalProvider() : new Forgetful();
        this.memory = new Memory(store, provider, Lent.of(Embedder.missing("none", "it is not measured"), CLOCK));
        Personas personas = household.person(ADA).personas();
        Person person = new Person(ADA, memory, personas, CLOCK);
        ToolCatalogue tools =
                ToolCatalogue.of(List.of(new Offer("converting", new Converting(), new ToolSettings(Map.of()))));
        Toolbox toolbox = new Toolbox(
                tools,
                new Lending(store, folder, Outputs.in(memory.exposures().records())),
                ToolLimits.USUAL,
                new Permits(ADA, household.toolRules(), Asker.nobodyThere()));
        Pace pace = new Pace(
                new Pace.Limits(16, Duration.ofSeconds(120), 200_000, BigDecimal.valueOf(-1)), 8, 1, 1_000, CLOCK);
        this.agent = new Agent(person, new ModelPlanner(model, ZoneOffset.UTC), toolbox, pace, new Alone());
    }

    /** One turn, on the disk when it returns. */
    Reply turn() {
        int number = turns++;
        Message message = new Message("s" + number / SESSION, talk.question(number % 400), CLOCK.instant());
        Reply reply = agent.respond(household.ids().next(), message, TurnListener.none());
        if (reply.end() != Reply.End.ANSWERED) {
            throw new IllegalStateException("the turn ended in '%s'".formatted(reply.text()));
        }
        return reply;
    }

    @Override
    public void close() {
        memory.close();
        household.close();
    }

    private static final class Alone implements OpenTurns.Holder {
        @Override
        public String name() {
            return "bench";
        }

        @Override
        public boolean isAlive(String name) {
            return true;
        }
    }

    private static final class Forgetful implements MemoryProvider, MemoryBackend {
        @Override
        public String name() {
            return "forgetful";
        }

        @Override
        public MemoryBackend open(MemoryContext context) {
            return this;
        }

        @Override
        public void absorb(List<Episode> episodes) {}

        @Override
        public List<Recollection> recall(RecallQuery query) {
            return List.of();
        }

        @Override
        public void reflect(Budget budget) {}
    }

    private record Lending(UserStore store, Path folder, Outputs outputs) implements ToolLending {
        @Override
        public UserId user() {
            return ADA;
        }

        @Override
        public Clock clock() {
            return CLOCK;
        }

        @Override
        public Preferences preferences() {
            return Preferences.NONE;
        }

        @Override
        public MemoryReader memory(Use use, Consumer<Sifted> witness) {
            return (about, limit) -> List.of();
        }

        @Override
        public Likings likings(Use use, Consumer<Sifted> witness) {
            return new Predictions(
                    () -> new io.personaagent.persona.Persona(1, "rules", List.of()), about -> List.of());
        }

        @Override
        public Shelf shelf(String provider) {
            return new SafeShelf(store.shelf(provider));
        }

        @Override
        public Path workspace(String provider) {
            return folder.resolve(provider);
        }
    }
}
