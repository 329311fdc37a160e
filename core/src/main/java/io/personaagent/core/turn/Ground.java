package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

/**
 * Something that a planner names as what it went by.
 *
 * @param kind what it is
 * @param id of a statement of the persona, of the first episode that a memory rests on, or of a call of this turn
 */
public record Ground(Kind kind, String id) {

    /** What a ground can be. */
    public enum Kind {
        /** A sentence of the persona. */
        STATEMENT,
        /** Something that was recalled. */
        MEMORY,
        /** What came of a call earlier in the turn. */
        RESULT
    }

    public Ground {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
    }
}
