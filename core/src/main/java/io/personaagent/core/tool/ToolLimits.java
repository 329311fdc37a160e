package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How far tools may go.
 *
 * @param call how long one call may take
 * @param parallel how many calls of one step run at the same time
 * @param abandoned how many abandoned calls of one tool may still be running before the tool is suspended
 * @param output the most bytes (UTF-8) of one result that a planner is shown
 */
public record ToolLimits(Duration call, int parallel, int abandoned, int output) {

    public static final ToolLimits USUAL = new ToolLimits(Duration.ofSeconds(30), 4, 8, 32 * 1024);

    public ToolLimits {
        requireNonNull(call, "call");
        if (call.isNegative() || call.isZero()) {
            throw new IllegalArgumentException(
                    "the limit of a call is %s, but must be longer than nothing".formatted(call));
        }
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel is %d, but must be at least 1".formatted(parallel));
        }
        if (abandoned < 1) {
            throw new IllegalArgumentException("abandoned is %d, but must be at least 1".formatted(abandoned));
        }
        if (output < HeadAndTail.SMALLEST) {
            throw new IllegalArgumentException(
                    "output is %d, but must be at least %d".formatted(output, HeadAndTail.SMALLEST));
        }
    }
}
