package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Text;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something derived from episodes: a key to a turn, a fact, a summary, a statement of the persona.
 *
 * @param key names it
 * @param text what {@link RecordReader#matching} searches; may be empty
 * @param attributes whatever else the owner keeps with it, ordered by name
 * @param evidence the episodes that it rests on, ordered; when one is forgotten the record goes with it. Empty only for what rests on
 *     no episode, such as a template
 * @param vector what {@link RecordReader#nearest} searches, or {@link Vector#NONE}
 */
public record DerivedRecord(
        RecordKey key, String text, Map<String, String> attributes, Set<EpisodeId> evidence, Vector vector) {

    public DerivedRecord {
        requireNonNull(key, "key");
        text = Text.clean(requireNonNull(text, "text"));
        Map<String, String> cleaned = new TreeMap<>();
        attributes.forEach((name, value) -> cleaned.put(Text.clean(name), Text.clean(value)));
        attributes = Collections.unmodifiableMap(cleaned);
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
        requireNonNull(vector, "vector");
    }

    /** A record without attributes and vector. */
    public static DerivedRecord of(RecordKey key, String text, Set<EpisodeId> evidence) {
        return new DerivedRecord(key, text, Map.of(), evidence, Vector.NONE);
    }

    public DerivedRecord with(Vector found) {
        return new DerivedRecord(key, text, attributes, evidence, found);
    }

    public DerivedRecord with(String attribute, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new DerivedRecord(key, text, more, evidence, vector);
    }

    /** The attribute's value, or an empty text. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
