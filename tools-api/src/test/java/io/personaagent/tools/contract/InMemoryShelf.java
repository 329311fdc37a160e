package io.personaagent.tools.contract;

import io.personaagent.tools.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A shelf that keeps its entries as long as it lives; it refuses what the host's shelf refuses. */
public final class InMemoryShelf implements Shelf {

    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_VALUE = 1024 * 1024;

    private final NavigableMap<String, String> entries = new ConcurrentSkipListMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(checked(key)));
    }

    @Override
    public void put(String key, String value) {
        int size = value.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_VALUE) {
            throw new IllegalArgumentException("the value of '%s' has %d bytes; a shelf takes at most %d"
                    .formatted(checked(key), size, LARGEST_VALUE));
        }
        entries.put(checked(key), value);
    }

    @Override
    public void remove(String key) {
        entries.remove(checked(key));
    }

    @Override
    public Map<String, String> all(String prefix) {
        Map<String, String> found = new TreeMap<>();
        entries.tailMap(prefix, true).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key, value);
            }
        });
        return Collections.unmodifiableMap(found);
    }

    private static String checked(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a shelf's key has 1 to %d characters; this one has %d: '%s'"
                    .formatted(LONGEST_KEY, key.length(), key));
        }
        return key;
    }
}
