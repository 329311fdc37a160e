package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What came of a call: {@link Done} with text for the planner, or {@link Failed} with who can mend it. */
public sealed interface ToolResult {

    /**
     * The call did what it should.
     *
     * @param text what the planner and the person see; may be empty
     * @param undo how it is taken back
     */
    record Done(String text, Undo undo) implements ToolResult {
        public Done {
            requireNonNull(text, "text");
            requireNonNull(undo, "undo");
        }

        /** It cannot be taken back, or there is nothing to take back. */
        public Done(String text) {
            this(text, Undo.NONE);
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Failed, T> failed) {
            return done.apply(this);
        }
    }

    /** The call did not work; the message says what was wrong and what would be right. */
    record Failed(Fault fault, String message) implements ToolResult {
        public Failed {
            requireNonNull(fault, "fault");
            requireNonNull(message, "message");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }

    static ToolResult done(String text) {
        return new Done(text);
    }

    /** Something was done that can be taken back. */
    static ToolResult done(String text, Undo undo) {
        return new Done(text, undo);
    }

    static ToolResult failed(Fault fault, String message) {
        return new Failed(fault, message);
    }

    <T> T fold(Function<Done, T> done, Function<Failed, T> failed);
}
