package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.UserId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How often tools may be called for a person within a minute: each of them, and all of them together. Thread-safe. */
public final class RateLimits {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final String ALL = "";

    private final int each;
    private final int all;
    private final LongSupplier nanoTime;
    private final Map<UserId, Map<String, Deque<Long>>> calls = new HashMap<>();

    /**
     * Limits for one minute.
     *
     * @param each how often one tool
     * @param all how often tools at all
     * @param nanoTime a clock that only ever goes forward
     */
    public RateLimits(int each, int all, LongSupplier nanoTime) {
        this.each = atLeastOne(each, "each");
        this.all = atLeastOne(all, "all");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime");
    }

    /** No limits that anybody would meet. */
    static RateLimits none() {
        return new RateLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, System::nanoTime);
    }

    /** Counts a call, or says why it may not be made now; what may not be made does not count. */
    synchronized Optional<String> refusal(UserId user, String tool) {
        long now = nanoTime.getAsLong();
        Map<String, Deque<Long>> own = calls.computeIfAbsent(user, any -> new HashMap<>());
        own.values().removeIf(times -> emptied(times, now));
        Deque<Long> ofTool = own.computeIfAbsent(tool, any -> new ArrayDeque<>());
        Deque<Long> ofAll = own.computeIfAbsent(ALL, any -> new ArrayDeque<>());
        if (ofTool.size() >= each) {
            return Optional.of(
                    "'%s' was called %d times within a minute, as often as it may be; it may be called again in %d s"
                            .formatted(tool, ofTool.size(), left(ofTool, now)));
        }
        if (ofAll.size() >= all) {
            return Optional.of(
                    "tools were called %d times within a minute, as often as they may be; '%s' may be called in %d s"
                            .formatted(ofAll.size(), tool, left(ofAll, now)));
        }
        ofTool.add(now);
        ofAll.add(now);
        return Optional.empty();
    }

    private static boolean emptied(Deque<Long> times, long now) {
        while (!times.isEmpty() && now - times.element() >= MINUTE) {
            times.remove();
        }
        return times.isEmpty();
    }

    /** In whole seconds, and never too few. */
    private static long left(Deque<Long> times, long now) {
        long nanos = MINUTE - (now - times.element());
        return Math.max(1, Duration.ofNanos(nanos + 999_999_999).toSeconds());
    }

    private static int atLeastOne(int count, String name) {
        if (count < 1) {
            throw new IllegalArgumentException("%s is %d, but must be at least 1".formatted(name, count));
        }
        return count;
    }
}
