package io.personaagent.memory.spi;

/** An embedder could not make vectors; the message says why and what would help. What needs no vectors goes on without it. */
public final class EmbedderException extends MemoryException {

    private static final long serialVersionUID = 1;

    public EmbedderException(String message) {
        super(message);
    }

    public EmbedderException(String message, Throwable cause) {
        super(message, cause);
    }
}
