package io.personaagent.core.model;

import io.personaagent.core.model.LateException.Limit;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long one call of a server may still wait: for the first byte of each attempt, between bytes, and in all. Not thread-safe.
 *
 * <p>An answer in one piece has its first byte when all of it is there, so that it is bounded by the whole time alone.
 */
final class Stopwatch {

    private final Timeouts timeouts;
    private final Duration within;
    private final Duration firstByte;
    private final LongSupplier nanoTime;
    private final long began;
    private long attemptBegan;
    private long heard;
    private boolean hasHeard;

    private Stopwatch(Timeouts timeouts, Duration within, Duration firstByte, LongSupplier nanoTime) {
        this.timeouts = timeouts;
        this.within = within;
        this.firstByte = firstByte;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.attemptBegan = began;
    }

    /** @param within how long whoever asks has time */
    static Stopwatch ofStream(Timeouts timeouts, Duration within, LongSupplier nanoTime) {
        return new Stopwatch(timeouts, within, timeouts.firstByte(), nanoTime);
    }

    /** @param within how long whoever asks has time */
    static Stopwatch ofWhole(Timeouts timeouts, Duration within, LongSupplier nanoTime) {
        return new Stopwatch(timeouts, within, timeouts.total(), nanoTime);
    }

    /** The server is asked, once more perhaps. */
    void attempt() {
        attemptBegan = nanoTime.getAsLong();
        hasHeard = false;
    }

    /** A byte came. */
    void heard() {
        heard = nanoTime.getAsLong();
        hasHeard = true;
    }

    /** What is left in all. */
    Duration left() {
        return all(nanoTime.getAsLong()).left();
    }

    /** What is left for the next byte. */
    Wait next() {
        long now = nanoTime.getAsLong();
        Wait all = all(now);
        Wait next = hasHeard
                ? wait(Limit.IDLE, timeouts.idle(), now - heard)
                : wait(Limit.FIRST_BYTE, firstByte, now - attemptBegan);
        return next.left().compareTo(all.left()) < 0 ? next : all;
    }

    private Wait all(long now) {
        return within.compareTo(timeouts.total()) < 0
                ? wait(Limit.TURN, within, now - began)
                : wait(Limit.TOTAL, timeouts.total(), now - began);
    }

    private static Wait wait(Limit limit, Duration allowed, long nanosGone) {
        return new Wait(limit, allowed, allowed.minusNanos(nanosGone));
    }

    /**
     * What there is to wait for something.
     *
     * @param allowed how long it may take
     * @param left what is left of that; may be negative
     */
    record Wait(Limit limit, Duration allowed, Duration left) {

        LateException late() {
            return new LateException(limit, allowed);
        }
    }
}
