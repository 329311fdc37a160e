package io.personaagent.tools;

/** A tool reached for something that it did not declare as a {@link Permission}. */
public final class NotPermittedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotPermittedException(String message) {
        super(message);
    }
}
