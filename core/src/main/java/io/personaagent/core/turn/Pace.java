package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a turn may go, and what goes with it.
 *
 * @param limits where it ends
 * @param recall how many memories the planner is shown
 * @param questions how often the person is asked in one session what they like; 0 for never
 * @param journals of how many of the latest turns it is kept what happened in them; 0 for none
 * @param clock tells when the turn was recorded
 */
public record Pace(Limits limits, int recall, int questions, int journals, Clock clock) {

    /**
     * Where a turn ends.
     *
     * @param steps the most decisions of the planner
     * @param time how long it may take
     * @param tokens the most tokens that its model may read and write
     * @param price the most that it may cost; {@link #FREE} for whatever it does
     */
    public record Limits(int steps, Duration time, long tokens, BigDecimal price) {

        /** It may cost whatever it does. */
        public static final BigDecimal FREE = BigDecimal.valueOf(-1);

        public Limits {
            requireNonNull(time, "time");
            requireNonNull(price, "price");
            if (steps < 1 || tokens < 1 || time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException(
                        "a turn needs at least one step, one token and some time; given were %d, %d and %s"
                                .formatted(steps, tokens, time));
            }
        }

        /** Where it does not matter what it costs. */
        public Limits(int steps, Duration time, long tokens) {
            this(steps, time, tokens, FREE);
        }

        /** The most that it may cost, where that matters. */
        public Optional<BigDecimal> cost() {
            return Optional.of(price).filter(most -> most.signum() >= 0);
        }
    }

    public Pace {
        requireNonNull(limits, "limits");
        requireNonNull(clock, "clock");
        if (recall < 1 || questions < 0 || journals < 0) {
            throw new IllegalArgumentException(
                    "a turn needs at least one memory, and no fewer than 0 questions and journals; given were %d, %d and %d"
                            .formatted(recall, questions, journals));
        }
    }

    /** The same, with so many memories. */
    public Pace showing(int memories) {
        return new Pace(limits, memories, questions, journals, clock);
    }
}
