package io.personaagent.app.eval.contest;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.Embedders;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.UserStore;

/** A memory backend that is being evaluated: it is given a log of what happened, and is asked. */
public final class Contestant {

    private final MemoryProvider provider;
    private final Lent lent;
    private final ModelUse modelUse = new ModelUse();
    private final PassageCache passages;

    /** @param passages the vectors that contestants with the same embedding model share */
    public Contestant(MemoryProvider provider, Lent lent, PassageCache passages) {
        this.provider = requireNonNull(provider, "provider");
        this.passages = requireNonNull(passages, "passages");
        this.lent = new Lent(
                Embedders.only(lent.embedders().wanted().through(passages::around)),
                lent.chatModel().map(modelUse::counting),
                lent.clock(),
                lent.settings(),
                lent.policy());
    }

    /** What the configuration calls it. */
    public String name() {
        return provider.name();
    }

    /** What it has asked a chat model so far. */
    public ModelUse modelUse() {
        return modelUse;
    }

    /** Lets it absorb a person's log; the store stays its owner's to close. */
    public Entry enter(UserStore store, Progress progress) {
        Memory memory = new Memory(store, provider, lent);
        passages.open();
        try {
            memory.catchUp(progress);
        } finally {
            passages.close();
        }
        return new Entry(memory);
    }
}
