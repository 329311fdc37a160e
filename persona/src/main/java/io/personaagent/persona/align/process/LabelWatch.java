package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.persona.align.Labelled;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the labels that came since somebody was last aligned, by reading what came into the log since it looked last. Durable, and holds
 * numbers only. Thread-safe.
 */
public final class LabelWatch {

    private static final int PAGE = 500;
    private static final RecordKey KEY = new RecordKey("watch", "watch");

    private final EpisodeReader log;
    private final RecordStore records;
    private long looked;
    private final Set<EpisodeId> counted = new HashSet<>();
    private long from = -1;

    /** @param records the records of {@link Claims#OWNER} */
    public LabelWatch(EpisodeReader log, RecordStore records) {
        this.log = requireNonNull(log, "log");
        this.records = requireNonNull(records, "records");
    }

    /** How many labels came since the last alignment was begun, whoever did it. */
    public synchronized long fresh() {
        long since = since();
        if (since != from) {
            from = since;
            looked = since;
            counted.clear();
        }
        List<LogEntry> page = log.after(looked, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .flatMap(entry -> Labelled.of(entry.episode()).stream())
                    .forEach(labelled -> counted.add(labelled.id()));
            looked = page.get(page.size() - 1).position();
            page = log.after(looked, PAGE);
        }
        return counted.size();
    }

    /** Labels up to here have had their turn. */
    void begunAt(long position) {
        long seen = records.cursor();
        DerivedRecord record = DerivedRecord.of(KEY, "", Set.of()).with("position", Long.toString(position));
        while (since() < position && !records.applyIf(seen, seen + 1, Changes.put(record))) {
            seen = records.cursor();
        }
    }

    private long since() {
        return records.find(KEY)
                .map(record -> Long.parseLong(record.attribute("position")))
                .orElse(0L);
    }
}
