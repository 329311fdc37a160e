package io.personaagent.memory;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much is remembered.
 *
 * @param episodes how many episodes there are
 * @param records how many records the backend derived, by kind
 * @param bytes what the person's store takes on the disk
 * @param absorbed the position in the log up to which the backend has come
 * @param end the position of the log's last entry
 */
public record MemoryStats(long episodes, Map<String, Long> records, long bytes, long absorbed, long end) {
    public MemoryStats {
        records = Collections.unmodifiableMap(new TreeMap<>(records));
    }
}
