package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * The call that takes back what a call did. It is made only when the person wants that, and is checked and approved like any other.
 *
 * @param tool the name of a tool, mostly of the same provider; empty for {@link #NONE}
 * @param arguments for that tool; they must still mean the same when other things have changed since
 */
public record Undo(String tool, Arguments arguments) {

    /** What was done cannot be taken back, or nothing was done. */
    public static final Undo NONE = new Undo("", Arguments.NONE);

    public Undo {
        requireNonNull(tool, "tool");
        requireNonNull(arguments, "arguments");
    }

    /** A call with one argument. */
    public static Undo by(String tool, String argument, Object value) {
        return new Undo(tool, Arguments.of(Map.of(argument, value)));
    }

    /** Whether there is no such call. */
    public boolean isNone() {
        return tool.isEmpty();
    }
}
