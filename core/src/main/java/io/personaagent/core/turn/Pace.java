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
 * @param questions how often the person is asked in one session what they like; 0 for never
 * @param clock tells when the turn was recorded
 */
public record Pace(int maxSteps, Duration maxTime, long maxTokens, int recall, int questions, Clock clock) {
    public Pace {
        requireNonNull(maxTime, "maxTime");
        requireNonNull(clock, "clock");
        if (maxSteps < 1 || maxTokens < 1 || recall < 1 || maxTime.isNegative() || maxTime.isZero()) {
            throw new IllegalArgumentException(
                    "a turn needs at least one step, one token, one memory and some time; given were %d, %d, %d and %s"
                            .formatted(maxSteps, maxTokens, recall, maxTime));
        }
        if (questions < 0) {
            throw new IllegalArgumentException("questions is %d, but must be at least 0".formatted(questions));
        }
    }

    /** One at which nobody is asked what they like. */
    public Pace(int maxSteps, Duration maxTime, long maxTokens, int recall, Clock clock) {
        this(maxSteps, maxTime, maxTokens, recall, 0, clock);
    }

    /** The same, with so many memories. */
    public Pace showing(int memories) {
        return new Pace(maxSteps, maxTime, maxTokens, memories, clock);
    }
}
