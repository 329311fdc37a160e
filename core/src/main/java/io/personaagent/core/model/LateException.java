package io.personaagent.core.model;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** A server took too long. */
final class LateException extends HttpTimeoutException {

    private static final long serialVersionUID = 1;

    private final Limit limit;
    private final Duration allowed;

    /** What it took too long for. */
    enum Limit {
        /** To take the connection. */
        CONNECT,
        /** To begin its answer. */
        FIRST_BYTE,
        /** To go on with it. */
        IDLE,
        /** To end it. */
        TOTAL,
        /** To end it while whoever asked had time. */
        TURN
    }

    LateException(Limit limit, Duration allowed) {
        super("the answer took too long");
        this.limit = limit;
        this.allowed = allowed;
    }

    Limit limit() {
        return limit;
    }

    Duration allowed() {
        return allowed;
    }
}
