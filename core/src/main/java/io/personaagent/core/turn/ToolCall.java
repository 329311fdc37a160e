package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Arguments;

/**
 * A call that a planner asks for.
 *
 * @param id names it within the turn; what a model called it, if a model asked
 * @param tool the tool's name; may name a tool that does not exist
 * @param because what decided its arguments, as far as the planner says; the tool does not see it
 */
public record ToolCall(String id, String tool, Arguments arguments, Because because) {
    public ToolCall {
        requireNonNull(id, "id");
        requireNonNull(tool, "tool");
        requireNonNull(arguments, "arguments");
        requireNonNull(because, "because");
    }

    /** One that is not given a reason. */
    public ToolCall(String id, String tool, Arguments arguments) {
        this(id, tool, arguments, Because.NONE);
    }
}
