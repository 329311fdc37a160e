package io.personaagent.core.kit;

/** What a plugin's author asked for cannot be done; the message says why and what would be right. */
public final class KitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KitException(String message) {
        super(message);
    }

    KitException(String message, Throwable cause) {
        super(message, cause);
    }
}
