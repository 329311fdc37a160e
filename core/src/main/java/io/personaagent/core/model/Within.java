package io.personaagent.core.model;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long whoever asks on this thread has time. LangChain4j's models take no deadline along to their HTTP; both run on the thread that
 * asks, so that it can be left here. Thread-safe.
 */
final class Within {

    static final Duration FOREVER = Duration.ofDays(365);

    private final LongSupplier nanoTime;
    private final ThreadLocal<Long> ends = new ThreadLocal<>();

    Within(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Does the work, which hears by {@link #left} how long it may take. */
    <T> T doing(Duration longest, Supplier<T> work) {
        ends.set(nanoTime.getAsLong() + (longest.compareTo(FOREVER) < 0 ? longest : FOREVER).toNanos());
        try {
            return work.get();
        } finally {
            ends.remove();
        }
    }

    Duration left() {
        Long end = ends.get();
        return end == null ? FOREVER : Duration.ofNanos(end - nanoTime.getAsLong());
    }
}
