package io.personaagent.memory.json;

/** What a model wrote is not JSON that can be used; the message says why, about "they", what it wrote. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableException(String message) {
        super(message);
    }
}
