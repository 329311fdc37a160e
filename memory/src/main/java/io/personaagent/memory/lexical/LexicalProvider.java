package io.personaagent.memory.lexical;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.profile.Reflection;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.MemoryProvider;

/** The backend {@code lexical}: finds what shares words with the question. Needs no model of any kind. */
public final class LexicalProvider implements MemoryProvider {

    /** What the configuration calls it. */
    public static final String NAME = "lexical";

    private final Prompts prompts;

    /** With the prompts that come with the program. */
    public LexicalProvider() {
        this(Prompts.SHIPPED);
    }

    /** @param prompts the words in which a chat model is asked, if there is one */
    public LexicalProvider(Prompts prompts) {
        this.prompts = requireNonNull(prompts, "prompts");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MemoryBackend open(MemoryContext context) {
        return new LexicalBackend(context, new Reflection(context, prompts));
    }
}
