package io.personaagent.memory.episodic;

import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.MemoryProvider;

/**
 * The default backend, {@code episodic-semantic}. Its settings are those of {@link Tuning}: {@code floor} and {@code pool}.
 */
public final class EpisodicSemanticProvider implements MemoryProvider {

    /** What the configuration calls it. */
    public static final String NAME = "episodic-semantic";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MemoryBackend open(MemoryContext context) {
        return new EpisodicSemanticBackend(context, Tuning.of(context.settings()));
    }
}
