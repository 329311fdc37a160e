package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.view.View;

/**
 * How building a view ended.
 *
 * @param end whether it serves now, and if not, why
 * @param view the one that was built, or {@link View#NONE}
 * @param from the position in the log where this attempt went on; 0 when it began
 */
public record Rebuilt(End end, View view, long from) {

    /** How it can end. */
    public enum End {
        /** It serves. */
        SERVES,
        /** It was told to stop; the next attempt goes on from there. */
        STOPPED,
        /** Another one has taken over. */
        TAKEN_OVER,
        /** Another one is at it, and was left alone. */
        BUSY
    }

    public Rebuilt {
        requireNonNull(end, "end");
        requireNonNull(view, "view");
    }
}
