package io.personaagent.core.undo;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Undo;
import java.util.Locale;

/**
 * What a call of a tool changed in a turn.
 *
 * @param number its place in the turn, from 1
 * @param told what the tool said of it
 * @param undo the call that takes it back
 * @param remark why it cannot be taken back, or what came of it
 */
public record Deed(int number, String tool, String told, Undo undo, State state, String remark) {

    /** Whether it stands. */
    public enum State {
        /** It stands, and can be taken back. */
        OPEN,
        /** It is being taken back, or the program ended meanwhile. */
        UNDOING,
        /** It was taken back. */
        UNDONE,
        /** It stands, and cannot be taken back here. */
        FINAL;

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Deed {
        requireNonNull(tool, "tool");
        requireNonNull(told, "told");
        requireNonNull(undo, "undo");
        requireNonNull(state, "state");
        requireNonNull(remark, "remark");
    }

    Deed in(State other, String because) {
        return new Deed(number, tool, told, undo, other, because);
    }
}
