package io.personaagent.memory.inmemory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import io.personaagent.tools.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One provider's entries. */
final class InMemoryShelf implements Shelf {

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_BYTES = 1 << 20;

    private final TreeMap<String, String> entries = new TreeMap<>();

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(checked(key)));
    }

    @Override
    public synchronized void put(String key, String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("the value of shelf key '%s' takes %d bytes; at most %d are kept"
                    .formatted(checked(key), bytes, MOST_BYTES));
        }
        entries.put(checked(key), Text.clean(value));
    }

    @Override
    public synchronized void remove(String key) {
        entries.remove(checked(key));
    }

    @Override
    public synchronized Map<String, String> all(String prefix) {
        String cleaned = Text.clean(prefix);
        Map<String, String> found = new TreeMap<>(entries.tailMap(cleaned));
        found.keySet().removeIf(key -> !key.startsWith(cleaned));
        return Collections.unmodifiableMap(found);
    }

    private static String checked(String key) {
        int characters = requireNonNull(key, "key").codePointCount(0, key.length());
        if (characters < 1 || characters > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a shelf key has %d characters; it must have 1 to %d".formatted(characters, MOST_CHARACTERS));
        }
        return Text.clean(key);
    }
}
