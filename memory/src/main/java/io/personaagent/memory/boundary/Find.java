package io.personaagent.memory.boundary;

import static java.util.Objects.requireNonNull;

/**
 * A secret in a text.
 *
 * @param start where it begins
 * @param end where it has ended
 * @param note what the marker calls it, such as {@code card ending 1111}
 */
record Find(int start, int end, Secret secret, String note) {

    static final String MARK = "[redacted: ";

    Find {
        requireNonNull(secret, "secret");
        requireNonNull(note, "note");
    }

    Find(int start, int end, Secret secret) {
        this(start, end, secret, secret.words());
    }

    String marker() {
        return MARK + note + "]";
    }

    /** Both as one, named by this one. */
    Find and(Find other) {
        return new Find(Math.min(start, other.start), Math.max(end, other.end), secret, note);
    }
}
