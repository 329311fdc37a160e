package io.personaagent.memory.profile;

import static java.util.Objects.requireNonNull;

/**
 * How somebody said that they stand to something.
 *
 * @param object what it is about, in their words and small letters
 */
public record Preference(String object, Stance stance) {

    /** How somebody stands to something. */
    public enum Stance {
        /** They want it. */
        FOR,
        /** They do not want it. */
        AGAINST,
        /** They want it every time. */
        ALWAYS,
        /** What they said of it before holds no more. */
        NO_LONGER
    }

    public Preference {
        requireNonNull(object, "object");
        requireNonNull(stance, "stance");
    }

    /** The same for the same thing in other words' order and endings. */
    public static String matter(String object) {
        String terms = Claims.terms(object);
        return terms.isEmpty() ? object : terms;
    }
}
