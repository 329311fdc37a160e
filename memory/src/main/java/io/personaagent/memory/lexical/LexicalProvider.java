package io.personaagent.memory.lexical;

import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.MemoryProvider;

/** The backend {@code lexical}: finds what shares words with the question. Needs no model of any kind. */
public final class LexicalProvider implements MemoryProvider {

    /** What the configuration calls it. */
    public static final String NAME = "lexical";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MemoryBackend open(MemoryContext context) {
        return new LexicalBackend(context);
    }
}
