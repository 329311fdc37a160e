package io.personaagent.core.kit;

import static java.util.Objects.requireNonNull;

/**
 * One thing that was looked at.
 *
 * @param about what was looked at: {@code start} or a tool's name
 * @param text what is so, or what would be right
 */
public record Finding(Verdict verdict, String about, String text) {

    /** How it stands. */
    public enum Verdict {
        /** As it should be. */
        WELL,
        /** It works, but less well than it could. */
        HINT,
        /** Against what the host and the contract ask. */
        WRONG
    }

    public Finding {
        requireNonNull(verdict, "verdict");
        requireNonNull(about, "about");
        requireNonNull(text, "text");
    }

    static Finding well(String about, String text) {
        return new Finding(Verdict.WELL, about, text);
    }

    static Finding hint(String about, String text) {
        return new Finding(Verdict.HINT, about, text);
    }

    static Finding wrong(String about, String text) {
        return new Finding(Verdict.WRONG, about, text);
    }
}
