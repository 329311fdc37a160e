package io.personaagent.memory.spi;

/** A store or backend could not do what it was asked; the message says what, why, and what would help. */
public class MemoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MemoryException(String message) {
        super(message);
    }

    public MemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
