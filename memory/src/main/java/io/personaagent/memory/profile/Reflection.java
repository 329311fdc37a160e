package io.personaagent.memory.profile;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Builds the profile: reads the episodes that it has not read, notes what the person says of themself, and draws all notes together into
 * lines. How far it has come stands in the records and moves with the notes, so it goes on where it was cut short. Idempotent; after an
 * episode was forgotten it makes the lines anew from what is left.
 */
public final class Reflection {

    private static final int BATCH = 256;
    private static final int MOST_ATTEMPTS = 20;
    private static final RecordKey POSITION = new RecordKey("reflection", "position");

    private final MemoryContext context;
    private final Prompts prompts;
    private final RecordStore records;

    /** @param prompts the words in which a chat model is asked, if there is one */
    public Reflection(MemoryContext context, Prompts prompts) {
        this.context = context;
        this.prompts = prompts;
        this.records = context.records();
    }

    /** Works until all is done or the budget is spent. */
    public void run(Budget budget) {
        Instant end = context.clock().instant().plus(budget.time());
        boolean inTime = inTime(end);
        while (inTime && readMore()) {
            inTime = inTime(end);
        }
        if (inTime) {
            rebuild();
            context.chatModel().ifPresent(model -> new Summaries(context, model, prompts).refresh(budget));
        }
    }

    private boolean inTime(Instant end) {
        return context.clock().instant().isBefore(end);
    }

    /** Reads one batch; false where there is nothing more to read. */
    private boolean readMore() {
        long from = position();
        List<LogEntry> entries = context.episodes().after(from, BATCH);
        if (entries.isEmpty()) {
            return false;
        }
        long to = entries.get(entries.size() - 1).position();
        Map<EpisodeId, Episode> episodes = new LinkedHashMap<>();
        entries.forEach(entry -> episodes.put(entry.episode().id(), entry.episode()));
        boolean written = apply(() -> position() == from ? notes(episodes, to) : Changes.NONE);
        removeForgotten(episodes.keySet());
        return written;
    }

    private long position() {
        return records.find(POSITION)
                .map(record -> Long.parseLong(record.attribute("position")))
                .orElse(0L);
    }

    private Changes notes(Map<EpisodeId, Episode> episodes, long to) {
        String name = context.settings().getOrDefault("name", "");
        List<RecordKey> stale = new ArrayList<>();
        List<DerivedRecord> notes = new ArrayList<>();
        episodes.values().forEach(episode -> Notes.of(episode, name)
                .map(Notes::record)
                .ifPresentOrElse(notes::add, () -> stale.add(Notes.key(episode.id()))));
        notes.add(new DerivedRecord(POSITION, "", Map.of("position", String.valueOf(to)), Set.of(), Vector.NONE));
        stale.removeIf(key -> records.find(key).isEmpty());
        return Changes.remove(stale).and(Changes.put(notes));
    }

    /** What was forgotten while it was being read must not come back. */
    private void removeForgotten(Set<EpisodeId> episodes) {
        List<RecordKey> gone = episodes.stream()
                .filter(id -> context.episodes().find(id).isEmpty())
                .map(Notes::key)
                .toList();
        if (!gone.isEmpty()) {
            records.apply(Changes.remove(gone));
        }
    }

    /** Makes the lines from all notes; what stays as it is, is not written. */
    private void rebuild() {
        apply(() -> {
            Map<RecordKey, DerivedRecord> wanted = new LinkedHashMap<>();
            List<Notes> notes = all(records, Notes.KIND).stream()
                    .map(Notes::of)
                    .filter(each -> context.episodes().find(each.episode()).isPresent())
                    .toList();
            List<ProfileLine> lines = new ArrayList<>(Lines.of(
                    notes.stream().flatMap(each -> each.said().stream()).toList()));
            lines.addAll(Topics.of(notes));
            lines.forEach(line -> wanted.put(line.record().key(), line.record()));
            return difference(wanted);
        });
    }

    private Changes difference(Map<RecordKey, DerivedRecord> wanted) {
        List<RecordKey> stale = new ArrayList<>();
        for (DerivedRecord record : all(records, ProfileLine.KIND)) {
            if (record.equals(wanted.get(record.key()))) {
                wanted.remove(record.key());
            } else if (!wanted.containsKey(record.key()) && !Summaries.isSummary(record)) {
                stale.add(record.key());
            }
        }
        return Changes.remove(stale).and(Changes.put(List.copyOf(wanted.values())));
    }

    /** Works the changes out anew where somebody wrote meanwhile, so that nothing is written that was worked out from what is gone. */
    private boolean apply(Supplier<Changes> changes) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            long cursor = records.cursor();
            Changes found = changes.get();
            if (found.equals(Changes.NONE) || records.applyIf(cursor, cursor, found)) {
                return true;
            }
        }
        return false;
    }

    /** All records of a kind. */
    static List<DerivedRecord> all(RecordReader records, String kind) {
        List<DerivedRecord> all = new ArrayList<>();
        List<DerivedRecord> page = records.list(kind, "", BATCH);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = records.list(kind, page.get(page.size() - 1).key().id(), BATCH);
        }
        return all;
    }
}
