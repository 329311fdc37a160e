package io.personaagent.memory.spi;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much was removed; counts, and nothing of what it was.
 *
 * @param episodes of the log
 * @param feedback that belonged to them
 * @param records derived records by owner and kind, ordered
 * @param links between records
 * @param entries of shelves; only when everything goes
 */
public record Removed(
        long episodes, long feedback, Map<String, Map<String, Long>> records, long links, long entries) {

    public static final Removed NOTHING = new Removed(0, 0, Map.of(), 0, 0);

    public Removed {
        Map<String, Map<String, Long>> copied = new TreeMap<>();
        records.forEach((owner, kinds) -> copied.put(owner, Collections.unmodifiableMap(new TreeMap<>(kinds))));
        records = Collections.unmodifiableMap(copied);
    }

    /** Both together. */
    public Removed and(Removed more) {
        Map<String, Map<String, Long>> both = new TreeMap<>();
        add(both, records);
        add(both, more.records);
        return new Removed(
                episodes + more.episodes, feedback + more.feedback, both, links + more.links, entries + more.entries);
    }

    private static void add(Map<String, Map<String, Long>> sums, Map<String, Map<String, Long>> counts) {
        counts.forEach((owner, kinds) -> kinds.forEach((kind, count) ->
                sums.computeIfAbsent(owner, name -> new TreeMap<>()).merge(kind, count, Long::sum)));
    }

    /** How many records of all owners and kinds. */
    public long allRecords() {
        return records.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
