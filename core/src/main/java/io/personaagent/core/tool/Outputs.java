package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.journal.KeptText;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Text;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One person's long outputs of tools, each under a reference, so that a planner can read on in what it was shown the ends of. While a turn
 * goes on they are in memory; with its end they are kept as records that rest on the turn and on all that it saw, and are forgotten with
 * it. Thread-safe.
 */
public final class Outputs {

    /** The most characters of one output, of all in memory, and of one on the disk. */
    static final int LONGEST = 8 << 20;

    private static final long MOST_IN_MEMORY = 16L << 20;
    private static final int LONGEST_KEPT = 1 << 20;
    private static final int MOST_KEPT = 50;
    private static final String KIND = "tool-output";
    private static final String TEXT = "text";
    private static final String AT = "at";
    private static final Pattern REFERENCE = Pattern.compile("\\bout-[0-9a-f]{12}\\b");

    private final Optional<RecordStore> records;
    private final Map<String, String> latest = new LinkedHashMap<>();

    private Outputs(Optional<RecordStore> records) {
        this.records = records;
    }

    /** Kept in these records when a turn ends. */
    public static Outputs in(RecordStore records) {
        return new Outputs(Optional.of(requireNonNull(records, "records")));
    }

    /** Gone with the program. */
    public static Outputs unkept() {
        return new Outputs(Optional.empty());
    }

    /** Its reference: the same text has the same one. */
    synchronized String keep(String text) {
        String whole = Text.clean(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        String reference = "out-" + Sha256.hex(whole).substring(0, 12);
        latest.remove(reference);
        latest.put(reference, whole);
        long held = latest.values().stream().mapToLong(String::length).sum();
        while (held > MOST_IN_MEMORY && latest.size() > 1) {
            String oldest = latest.keySet().iterator().next();
            held -= requireNonNull(latest.remove(oldest), oldest).length();
        }
        return reference;
    }

    /** The whole; empty where it is not kept any more. */
    synchronized Optional<String> find(String reference) {
        return Optional.ofNullable(latest.get(reference)).or(() -> records.flatMap(kept -> kept.find(key(reference)))
                .map(record -> KeptText.text(record.attribute(TEXT))));
    }

    /**
     * What is to be kept of a turn's long outputs.
     *
     * @param seen the episodes whose words may stand in them
     * @param said the turn with all that was said in it; what is a secret there is not kept
     */
    public synchronized List<DerivedRecord> records(Set<EpisodeId> seen, Episode said) {
        List<DerivedRecord> made = new ArrayList<>();
        for (String reference : named(said)) {
            String whole = latest.get(reference);
            if (whole != null && records.isPresent()) {
                made.add(record(reference, whole, seen, said));
            }
        }
        return made;
    }

    /** Lets go of the oldest. */
    public void tidy() {
        records.filter(kept -> kept.count(KIND) > MOST_KEPT)
                .ifPresent(kept -> kept.apply(Changes.remove(kept.list(KIND, "", Integer.MAX_VALUE).stream()
                        .sorted(Comparator.comparing((DerivedRecord record) -> record.attribute(AT))
                                .reversed())
                        .skip(MOST_KEPT)
                        .map(DerivedRecord::key)
                        .toList())));
    }

    private DerivedRecord record(String reference, String whole, Set<EpisodeId> seen, Episode said) {
        String cut = whole.length() <= LONGEST_KEPT ? whole : whole.substring(0, LONGEST_KEPT);
        Map<String, String> attributes =
                Map.of(AT, said.occasion().recorded().toString(), TEXT, SafeEpisode.beside(said, KeptText.json(cut)));
        Set<EpisodeId> evidence = new TreeSet<>(seen);
        evidence.add(said.id());
        records.flatMap(kept -> kept.find(key(reference))).ifPresent(before -> evidence.addAll(before.evidence()));
        return new DerivedRecord(key(reference), "", attributes, evidence, Vector.NONE);
    }

    private static List<String> named(Episode said) {
        return said.exchange().actions().stream()
                .map(action -> action.outcome().fold(done -> done.text(), failed -> failed.message()))
                .flatMap(outcome -> REFERENCE.matcher(outcome).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    private static RecordKey key(String reference) {
        return new RecordKey(KIND, reference);
    }
}
