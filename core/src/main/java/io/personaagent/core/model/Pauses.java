package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a server is asked again: any time up to a bound that doubles (full jitter), so that those who were turned away
 * together do not come back together; and never less than the server asks for. Thread-safe if the random numbers are.
 *
 * @param random where within the bound
 * @param clock tells how far away a date is that a server names
 */
public record Pauses(RandomGenerator random, Clock clock) {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LAST = Duration.ofSeconds(8);
    private static final int DOUBLINGS = 4;

    public Pauses {
        requireNonNull(random, "random");
        requireNonNull(clock, "clock");
    }

    /**
     * Before the next attempt.
     *
     * @param failed how many attempts have failed, at least 1
     * @param retryAfter what the server said about it, as its header has it; empty when it said nothing
     */
    Duration after(int failed, String retryAfter) {
        Duration bound = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        long nanos = (bound.compareTo(LAST) < 0 ? bound : LAST).toNanos();
        Duration jitter = Duration.ofNanos(random.nextLong(nanos + 1));
        return asked(retryAfter).filter(wanted -> wanted.compareTo(jitter) > 0).orElse(jitter);
    }

    /** Seconds or a date; what is neither says nothing. */
    private Optional<Duration> asked(String retryAfter) {
        String said = retryAfter.strip();
        if (said.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(said, Instant::from);
            return Optional.of(Duration.between(clock.instant(), date));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
