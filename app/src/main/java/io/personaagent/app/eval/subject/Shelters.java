package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.personaagent.app.eval.contest.PassageCache;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.tools.UserId;

/** Where subjects keep what they hear, for as long as they live: in the home's memory backend, on stores that never touch a disk. Thread-safe. */
public final class Shelters {

    private final Household household;
    private final PassageCache passages;

    /** What one subject keeps. */
    record Shelter(Memory memory, Personas personas, ReplayedClock clock, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            memory.close();
            end.run();
        }
    }

    /** @param passages the vectors that all subjects share */
    public Shelters(Household household, PassageCache passages) {
        this.household = requireNonNull(household, "household");
        this.passages = requireNonNull(passages, "passages");
        passages.open();
    }

    /** The model, asked only for what is not known yet. */
    EmbeddingModel known(EmbeddingModel model) {
        return passages.around(model);
    }

    Shelter open(UserId user) {
        UserStore store = new InMemoryStores().open(user);
        ReplayedClock clock = new ReplayedClock();
        String rules = Personas.fixedRules();
        Personas personas =
                new Personas(new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), rules), rules, clock);
        return new Shelter(memory(store, clock), personas, clock, store::close);
    }

    private Memory memory(UserStore store, ReplayedClock clock) {
        String backend = household.settings().text("memory.backend");
        Lent lent = household.lentTo(backend);
        return new Memory(
                store,
                household.backend(backend),
                new Lent(
                        Embedders.only(lent.embedders().wanted().through(passages::around)),
                        lent.chatModel(),
                        clock,
                        lent.settings(),
                        lent.policy()));
    }
}
