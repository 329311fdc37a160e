package io.personaagent.memory.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the signatures nearest to a query: first by differing bits, then, of those, by the truer measure. Not thread-safe. */
final class SignScan {

    private final SignQuery query;
    private final int stride;
    private final int looked;
    /** How many were taken at each distance. */
    private final int[] taken;

    private final List<long[]> blocks = new ArrayList<>();
    private int limit;
    private int within;

    private long[] found = new long[1024];
    private int size;

    /** @param looked how many are looked at twice; more where several are equally far */
    SignScan(SignQuery query, int words, int looked) {
        this.query = query;
        this.stride = words + 1;
        this.looked = looked;
        this.limit = words * Long.SIZE;
        this.taken = new int[limit + 1];
    }

    /** Looks at entries, each a number and its signs. */
    void add(long[] entries, int count) {
        blocks.add(entries);
        for (int at = 0; at < count * stride; at += stride) {
            int distance = query.distance(entries, at + 1);
            if (distance <= limit) {
                take(distance, at);
            }
        }
    }

    private void take(int distance, int at) {
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
        }
        found[size++] = (long) distance << 48 | (long) (blocks.size() - 1) << 24 | at;
        taken[distance]++;
        within++;
        while (within - taken[limit] >= looked) {
            within -= taken[limit--];
        }
    }

    /** The numbers of the best, in no order. */
    long[] best(int wanted) {
        List<Likely> likely = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (found[i] >>> 48 <= limit) {
                long[] entries = blocks.get((int) (found[i] >>> 24 & 0xFFFFFF));
                int at = (int) (found[i] & 0xFFFFFF);
                likely.add(new Likely(entries[at], query.likeness(entries, at + 1)));
            }
        }
        likely.sort((one, other) -> Float.compare(other.likeness(), one.likeness()));
        return likely.stream().limit(wanted).mapToLong(Likely::record).toArray();
    }

    private record Likely(long record, float likeness) {}
}
