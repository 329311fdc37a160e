package io.personaagent.memory.profile;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.Vector;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One line of a person's profile.
 *
 * @param id names it within the profile
 * @param text the newest words for it, as they were said
 * @param about what it says: its kind, slot and value, and whether it still holds
 * @param count how often it was said
 * @param first when it was said first
 * @param last when it was said last
 * @param evidence the newest episodes that say so, the newest first; at most {@link #MOST_EVIDENCE}
 */
public record ProfileLine(
        String id, String text, About about, long count, Instant first, Instant last, List<EpisodeId> evidence) {

    /** A backend's records of this kind are its profile. */
    public static final String KIND = "profile";

    public static final int MOST_EVIDENCE = 50;

    /**
     * What a line says.
     *
     * @param kind {@code preference}, {@code fact}, {@code habit}, {@code correction}, {@code topic} or {@code summary}
     * @param slot what it is about
     * @param value what it says about it; {@code +} and {@code -} for likes and dislikes
     * @param replacedBy the id of the newer line that took its place; empty while it holds
     */
    public record About(String kind, String slot, String value, String replacedBy) {
        public About {
            requireNonNull(kind, "kind");
            requireNonNull(slot, "slot");
            requireNonNull(value, "value");
            requireNonNull(replacedBy, "replacedBy");
        }
    }

    public ProfileLine {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        requireNonNull(about, "about");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("profile line '%s' has no evidence".formatted(id));
        }
    }

    /** Whether nothing newer speaks against it. */
    public boolean holds() {
        return about.replacedBy().isEmpty();
    }

    DerivedRecord record() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("kind", about.kind());
        attributes.put("slot", about.slot());
        attributes.put("value", about.value());
        attributes.put("replaced-by", about.replacedBy());
        attributes.put("count", String.valueOf(count));
        attributes.put("first", first.toString());
        attributes.put("last", last.toString());
        attributes.put(
                "newest",
                String.join(" ", evidence.stream().map(EpisodeId::value).toList()));
        return new DerivedRecord(new RecordKey(KIND, id), text, attributes, new TreeSet<>(evidence), Vector.NONE);
    }

    /** All lines that an owner's records hold, ordered by id. */
    public static List<ProfileLine> all(RecordReader records) {
        return Reflection.all(records, KIND).stream().map(ProfileLine::of).toList();
    }

    static ProfileLine of(DerivedRecord record) {
        About about = new About(
                record.attribute("kind"),
                record.attribute("slot"),
                record.attribute("value"),
                record.attribute("replaced-by"));
        return new ProfileLine(
                record.key().id(),
                record.text(),
                about,
                Long.parseLong(record.attribute("count")),
                Instant.parse(record.attribute("first")),
                Instant.parse(record.attribute("last")),
                Arrays.stream(record.attribute("newest").split(" ", -1))
                        .map(EpisodeId::new)
                        .toList());
    }
}
