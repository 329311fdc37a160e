package io.personaagent.core.mcp;

import io.personaagent.tools.Fault;

/** A server could not do what it was asked; the message says why, and {@link #fault} who can mend it. */
final class CallFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    CallFailed(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
