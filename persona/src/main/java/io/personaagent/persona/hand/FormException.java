package io.personaagent.persona.hand;

/** A text could not be read as a persona; the message says where and why. */
public final class FormException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FormException(String message) {
        super(message);
    }
}
