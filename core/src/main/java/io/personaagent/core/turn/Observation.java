package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.ToolResult;
import java.time.Duration;

/**
 * What came of a call.
 *
 * @param approvedBy who allowed it: {@code policy}, {@code person}, or {@code nobody} when it was refused or could not be made
 * @param brought whose words the result holds, besides what the tool always may bring: what it read may have been written by others
 */
public record Observation(ToolCall call, ToolResult result, Duration took, String approvedBy, Influence brought) {
    public Observation {
        requireNonNull(call, "call");
        requireNonNull(result, "result");
        requireNonNull(took, "took");
        requireNonNull(approvedBy, "approvedBy");
        requireNonNull(brought, "brought");
    }

    /** One that holds no more than what the tool always may bring. */
    public Observation(ToolCall call, ToolResult result, Duration took, String approvedBy) {
        this(call, result, took, approvedBy, Influence.PERSON);
    }

    /** The same call with what is shown of its result. */
    public Observation showing(ToolResult shown) {
        return new Observation(call, shown, took, approvedBy, brought);
    }
}
