package io.personaagent.core.model;

import dev.langchain4j.exception.HttpException;
import java.util.Set;

/** A server answered with something else than 200. */
final class RefusedException extends HttpException {

    private static final long serialVersionUID = 1;

    private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429);

    private final String retryAfter;

    /** @param retryAfter the header of that name; empty when there is none */
    RefusedException(int status, String complaint, String retryAfter) {
        super(status, complaint);
        this.retryAfter = retryAfter;
    }

    String retryAfter() {
        return retryAfter;
    }

    /** Whether the same request may be taken later. */
    static boolean isForNow(int status) {
        return status >= 500 || FOR_NOW.contains(status);
    }
}
