package io.personaagent.core.plan;

/** A planner could not decide, for instance because its model cannot be reached; the message says why and what to do about it. */
public final class PlannerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PlannerException(String message, Throwable cause) {
        super(message, cause);
    }

    public PlannerException(String message) {
        super(message);
    }
}
