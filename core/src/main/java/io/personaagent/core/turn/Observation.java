package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.ToolResult;
import java.time.Duration;

/**
 * What came of a call.
 *
 * @param approvedBy who allowed it: {@code policy}, {@code person}, or {@code nobody} when it was refused or could not be made
 */
public record Observation(ToolCall call, ToolResult result, Duration took, String approvedBy) {
    public Observation {
        requireNonNull(call, "call");
        requireNonNull(result, "result");
        requireNonNull(took, "took");
        requireNonNull(approvedBy, "approvedBy");
    }
}
