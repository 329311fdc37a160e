package io.personaagent.memory.boundary;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each reply saw of memory: one record a reply, with the reply and every episode that it names as evidence, so that forgetting one
 * of them takes the record with it. Thread-safe, as its records are.
 */
public final class Exposures {

    /** Whose records they are. */
    public static final String OWNER = "exposure";

    private static final String KIND = "reply";
    private static final String AT = "at";
    private static final String SHOWN = "shown";
    private static final String WITHHELD = "withheld";

    private final RecordStore records;

    /** @param records those of {@link #OWNER} */
    public Exposures(RecordStore records) {
        this.records = requireNonNull(records, "records");
    }

    /** Keeps it; one that says nothing is not kept. */
    public void add(Exposure exposure) {
        add(exposure, List.of());
    }

    /** The same, together with what else is kept of the reply, all at once. */
    public void add(Exposure exposure, List<DerivedRecord> besides) {
        Changes changes = changes(exposure, besides);
        if (!changes.equals(Changes.NONE)) {
            records.apply(changes);
        }
    }

    /** What would be written, for who writes it together with something else. */
    public Changes changes(Exposure exposure, List<DerivedRecord> besides) {
        List<DerivedRecord> kept = new ArrayList<>(besides);
        if (!exposure.isEmpty()) {
            kept.add(record(exposure));
        }
        return Changes.put(kept);
    }

    /** Where it is kept, for what else is kept of a reply; records of its own kind are not to be touched. */
    public RecordStore records() {
        return records;
    }

    /** What a reply saw; empty when it saw nothing, or the record has gone with an episode that it named. */
    public Optional<Exposure> find(EpisodeId reply) {
        return records.find(new RecordKey(KIND, reply.value())).map(Exposures::exposure);
    }

    private static DerivedRecord record(Exposure exposure) {
        Set<EpisodeId> evidence = new HashSet<>(Set.of(exposure.reply()));
        exposure.shown().forEach(each -> evidence.add(each.episode()));
        exposure.withheld().forEach(each -> evidence.addAll(each.evidence()));
        Map<String, String> attributes = Map.of(
                AT,
                exposure.at().toString(),
                SHOWN,
                lines(exposure.shown().stream()
                        .map(each -> each.episode() + " " + each.used() + " " + each.to())
                        .toList()),
                WITHHELD,
                lines(exposure.withheld().stream().map(Exposures::line).toList()));
        return new DerivedRecord(new RecordKey(KIND, exposure.reply().value()), "", attributes, evidence, Vector.NONE);
    }

    private static String line(Withheld withheld) {
        String classes = withheld.classes().stream().map(Enum::name).collect(Collectors.joining(","));
        String evidence = withheld.evidence().stream().map(EpisodeId::value).collect(Collectors.joining(" "));
        return classes + " " + evidence;
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isEmpty()).toList();
    }

    private static Exposure exposure(DerivedRecord record) {
        return new Exposure(
                new EpisodeId(record.key().id()),
                Instant.parse(record.attribute(AT)),
                lines(record.attribute(SHOWN)).stream().map(Exposures::shown).toList(),
                lines(record.attribute(WITHHELD)).stream()
                        .map(Exposures::withheld)
                        .toList());
    }

    private static Exposure.Shown shown(String line) {
        String[] parts = line.split(" ", 3);
        return new Exposure.Shown(new EpisodeId(parts[0]), Exposure.Used.valueOf(parts[1]), parts[2]);
    }

    private static Withheld withheld(String line) {
        String[] parts = line.split(" ", 2);
        return new Withheld(
                Arrays.stream(parts[1].split(" ")).map(EpisodeId::new).toList(),
                Arrays.stream(parts[0].split(",")).map(Sensitivity::valueOf).collect(Collectors.toSet()));
    }
}
