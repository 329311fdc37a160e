package io.personaagent.memory.episodic;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.profile.Reflection;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.MemoryProvider;

/**
 * The default backend, {@code episodic-semantic}. Its settings are those of {@link Tuning}: {@code floor} and {@code pool}.
 */
public final class EpisodicSemanticProvider implements MemoryProvider {

    /** What the configuration calls it. */
    public static final String NAME = "episodic-semantic";

    private final Prompts prompts;

    /** With the prompts that come with the program. */
    public EpisodicSemanticProvider() {
        this(Prompts.SHIPPED);
    }

    /** @param prompts the words in which a chat model is asked, if there is one */
    public EpisodicSemanticProvider(Prompts prompts) {
        this.prompts = requireNonNull(prompts, "prompts");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MemoryBackend open(MemoryContext context) {
        return new EpisodicSemanticBackend(context, Tuning.of(context.settings()), new Reflection(context, prompts));
    }
}
