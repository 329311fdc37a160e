package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

/**
 * Whether a call may be made.
 *
 * @param by who allowed it
 * @param because what a refusal is told with; empty where nobody could or would say yes
 */
public record Ruling(Approval by, String because) {

    public Ruling {
        requireNonNull(by, "by");
        requireNonNull(because, "because");
    }

    public static Ruling allowed(Approval by) {
        return new Ruling(by, "");
    }

    /** Nobody said yes. */
    public static Ruling refused() {
        return refused("");
    }

    /**
     * It may not be made.
     *
     * @param because for who asked for the call, and for the person
     */
    public static Ruling refused(String because) {
        return new Ruling(Approval.NOBODY, because);
    }
}
