package io.personaagent.memory.episode;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Duration;

/**
 * One tool call inside an episode.
 *
 * @param tool the tool's name
 * @param arguments the arguments as a JSON object
 * @param outcome what came of it
 * @param took how long it ran, to the millisecond
 * @param approvedBy who allowed it: {@code policy}, {@code person}, or {@code nobody} when it was refused
 */
public record Action(String tool, String arguments, ToolResult outcome, Duration took, String approvedBy) {

    public Action {
        tool = Text.clean(requireNonNull(tool, "tool"));
        arguments = Text.clean(requireNonNull(arguments, "arguments"));
        outcome = cleaned(requireNonNull(outcome, "outcome"));
        took = Duration.ofMillis(requireNonNull(took, "took").toMillis());
        approvedBy = Text.clean(requireNonNull(approvedBy, "approvedBy"));
    }

    private static ToolResult cleaned(ToolResult outcome) {
        return outcome.fold(
                done -> ToolResult.done(Text.clean(done.text())), failed -> failed(failed.fault(), failed.message()));
    }

    private static ToolResult failed(Fault fault, String message) {
        return ToolResult.failed(fault, Text.clean(message));
    }
}
