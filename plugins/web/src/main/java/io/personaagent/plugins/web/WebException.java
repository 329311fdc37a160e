package io.personaagent.plugins.web;

import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;

/** A page was not read; the message says what happened and what may help. */
final class WebException extends Exception {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    private WebException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** Another address may help. */
    static WebException caller(String message) {
        return new WebException(Fault.CALLER, message);
    }

    /** Trying later may help. */
    static WebException world(String message) {
        return new WebException(Fault.WORLD, message);
    }

    /** The same, with where it happened. */
    WebException prefixed(String where) {
        return new WebException(fault, where + getMessage());
    }

    ToolResult result() {
        return ToolResult.failed(fault, String.valueOf(getMessage()));
    }
}
