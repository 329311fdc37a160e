package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;

/**
 * How far a turn may go.
 *
 * @param maxSteps the most decisions of the planner
 * @param maxTime how long it may take
 * @param maxTokens the most tokens that its model may read and write
 * @param recall how many memories the planner is shown
 * @param journals of how many of the latest turns it is kept what happened in them
 * @param clock tells when the turn was recorded
 */
public record Pace(int maxSteps, Duration maxTime, long maxTokens, int recall, int journals, Clock clock) {
    public Pace {
        requireNonNull(maxTime, "maxTime");
        requireNonNull(clock, "clock");
        if (maxSteps < 1 || maxTokens < 1 || recall < 1 || journals < 0 || maxTime.isNegative() || maxTime.isZero()) {
            throw new IllegalArgumentException(
                    "a turn needs at least one step, one token, one memory and some time; given were %d, %d, %d and %s"
                            .formatted(maxSteps, maxTokens, recall, maxTime));
        }
    }
}
