package io.personaagent.tools;

/** The caller passed an argument that the tool cannot use; the message says which, what was found and what is expected. */
public final class BadArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BadArgumentException(String message) {
        super(message);
    }
}
