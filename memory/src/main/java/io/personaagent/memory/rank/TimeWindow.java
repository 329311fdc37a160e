package io.personaagent.memory.rank;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A stretch of days, both ends included, as a soft window: what lies in it is whole, what lies beside it counts less with each day (a time
 * prior in the manner of Li and Croft, "Time-Based Language Models", 2003, around the time that was asked for instead of now).
 *
 * @param from the first day; {@link LocalDate#MIN} where it has no beginning
 * @param to the last day
 */
public record TimeWindow(LocalDate from, LocalDate to) {

    /** A sentence about yesterday is often said of the night, and "last Friday" of the wrong one. */
    private static final double SHORTEST_HALF_LIFE = 1.5;

    private static final double LONGEST_HALF_LIFE = 30;

    public TimeWindow {
        if (requireNonNull(to, "to").isBefore(requireNonNull(from, "from"))) {
            throw new IllegalArgumentException("a window from %s to %s ends before it begins".formatted(from, to));
        }
    }

    public static TimeWindow day(LocalDate day) {
        return new TimeWindow(day, day);
    }

    /** How many days it has, at least 1. */
    public long days() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }

    /**
     * How much something that is of a certain time belongs to this window, from 0 to 1: the share of its days that lies within; where none
     * does, half of what the nearest day could have for each half-life that it is away. So "last year" says little about a single day.
     */
    public double nearness(TimeWindow time) {
        long shared = Math.min(to.toEpochDay(), time.to.toEpochDay())
                - Math.max(from.toEpochDay(), time.from.toEpochDay())
                + 1;
        if (shared > 0) {
            return (double) shared / time.days();
        }
        return Math.pow(0.5, (1 - shared) / halfLife()) / time.days();
    }

    /** A window that is known to the day fades within days, one of a year within months. */
    private double halfLife() {
        return Math.max(SHORTEST_HALF_LIFE, Math.min(LONGEST_HALF_LIFE, days() / 4.0));
    }
}
