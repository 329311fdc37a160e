package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Arguments;

/**
 * A call that a planner asks for.
 *
 * @param id names it within the turn; what a model called it, if a model asked
 * @param tool the tool's name; may name a tool that does not exist
 */
public record ToolCall(String id, String tool, Arguments arguments) {
    public ToolCall {
        requireNonNull(id, "id");
        requireNonNull(tool, "tool");
        requireNonNull(arguments, "arguments");
    }
}
