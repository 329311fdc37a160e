package io.personaagent.core.model;

/** A model gave no usable answer; the message says why and what to do about it, in words for the person, and never holds a key. */
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    public ModelException(String message) {
        super(message);
    }
}
