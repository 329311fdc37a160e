package io.personaagent.app.eval.dataset;

/** A set cannot be read; the message says what was expected and what was found. */
public final class DatasetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatasetException(String message) {
        super(message);
    }
}
