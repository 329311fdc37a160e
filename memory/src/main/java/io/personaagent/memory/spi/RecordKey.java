package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import java.util.regex.Pattern;

/**
 * Names a derived record within one owner's records.
 *
 * @param kind what sort of record, such as {@code turn}; lower-case
 * @param id which one of the kind
 */
public record RecordKey(String kind, String id) implements Comparable<RecordKey> {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    public RecordKey {
        if (!KIND.matcher(requireNonNull(kind, "kind")).matches()) {
            throw new IllegalArgumentException(
                    "record kind '%s' is not usable; it must be 1 to 32 of a-z, 0-9, _ and -, beginning with a letter"
                            .formatted(kind));
        }
        id = Text.clean(requireNonNull(id, "id"));
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a record of kind '%s' needs an id".formatted(kind));
        }
    }

    @Override
    public int compareTo(RecordKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? id.compareTo(other.id) : byKind;
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
