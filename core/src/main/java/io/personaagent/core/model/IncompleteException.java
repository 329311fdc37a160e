package io.personaagent.core.model;

/** A model broke off after something of its answer had been heard, so that nobody else can begin it anew. */
final class IncompleteException extends ModelException {

    private static final long serialVersionUID = 1;

    IncompleteException(String message, Throwable cause) {
        super(message, cause);
    }
}
