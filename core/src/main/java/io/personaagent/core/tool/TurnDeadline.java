package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How long a turn may still take; the person may cancel it. Thread-safe. */
public final class TurnDeadline implements Deadline {

    private final LongSupplier nanoTime;
    private final long began;
    private final Duration limit;
    private final AtomicLong forgiven = new AtomicLong();
    private volatile boolean cancelled;

    private TurnDeadline(Duration limit, LongSupplier nanoTime) {
        this.limit = requireNonNull(limit, "limit");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime");
        this.began = nanoTime.getAsLong();
    }

    /** A deadline this long from now. */
    public static TurnDeadline in(Duration limit) {
        return new TurnDeadline(limit, System::nanoTime);
    }

    /** The same by another clock, one that only ever goes forward. */
    public static TurnDeadline in(Duration limit, LongSupplier nanoTime) {
        return new TurnDeadline(limit, nanoTime);
    }

    @Override
    public Duration left() {
        if (cancelled) {
            return Duration.ZERO;
        }
        Duration left = limit.plusNanos(forgiven.get()).minus(spent());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How long ago it began. */
    public Duration spent() {
        return Duration.ofNanos(nanoTime.getAsLong() - began);
    }

    /** Gives back time that the person took, not the turn. */
    void forgive(Duration waited) {
        forgiven.addAndGet(waited.toNanos());
    }

    /** Ends the turn's time now. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether it was cancelled, not merely used up. */
    public boolean cancelled() {
        return cancelled;
    }

    /** The deadline of a part of the turn: this long from now, and never beyond the turn's own. */
    TurnDeadline part(Duration atMost) {
        Duration left = left();
        TurnDeadline part = new TurnDeadline(left.compareTo(atMost) < 0 ? left : atMost, nanoTime);
        part.cancelled = cancelled;
        return part;
    }
}
