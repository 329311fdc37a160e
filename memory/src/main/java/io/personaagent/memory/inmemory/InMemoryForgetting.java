package io.personaagent.memory.inmemory;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Forgotten.Stage;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.Removed;
import io.personaagent.tools.Shelf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Forgets at once: memory that is given up is overwritten when it is used again, and there is no disk. */
final class InMemoryForgetting implements Forgetting {

    private final InMemoryEpisodeLog episodes;
    private final Map<String, InMemoryRecordStore> records;
    private final Map<String, Shelf> shelves;
    private final TreeMap<Long, Entry> all = new TreeMap<>();
    private volatile boolean anything;

    /** One forgetting, with what still is to be removed. */
    private record Entry(Forgotten forgotten, Set<EpisodeId> doomed, boolean everything) {}

    InMemoryForgetting(
            InMemoryEpisodeLog episodes, Map<String, InMemoryRecordStore> records, Map<String, Shelf> shelves) {
        this.episodes = episodes;
        this.records = records;
        this.shelves = shelves;
    }

    /** Whether something that rests on these may be written. */
    boolean mayRestOn(Set<EpisodeId> evidence) {
        return !anything || episodes.hasAll(evidence);
    }

    @Override
    public synchronized Forgotten begin(Set<EpisodeId> doomed) {
        String joined = new TreeSet<>(doomed).stream().map(EpisodeId::value).collect(Collectors.joining(" "));
        String digest = UUID.nameUUIDFromBytes(joined.getBytes(StandardCharsets.UTF_8)).toString();
        return begin(digest, Set.copyOf(doomed), false);
    }

    @Override
    public synchronized Forgotten beginAll() {
        return begin("", Set.of(), true);
    }

    private Forgotten begin(String digest, Set<EpisodeId> doomed, boolean everything) {
        anything = true;
        long number = all.size() + 1L;
        Forgotten begun = new Forgotten(number, Instant.EPOCH, Stage.BEGUN, Removed.NOTHING, digest);
        all.put(number, new Entry(begun, doomed, everything));
        return begun;
    }

    @Override
    public synchronized Forgotten remove(long number, Progress progress) {
        Entry entry = entry(number);
        if (entry.forgotten().stage() != Stage.BEGUN) {
            return entry.forgotten();
        }
        Set<EpisodeId> doomed = entry.everything() ? episodes.ids() : entry.doomed();
        Removed removed = Removed.NOTHING;
        for (EpisodeId episode : doomed) {
            removed = removed.and(remove(episode));
        }
        if (entry.everything()) {
            removed = removed.and(theRest());
        }
        progress.at(doomed.size(), doomed.size());
        return replace(number, Stage.REMOVED, removed);
    }

    // The log first: what is written afterwards with this evidence is left out, and what was written before is found here.
    private Removed remove(EpisodeId episode) {
        int feedback = episodes.remove(episode).orElse(-1);
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        long links = 0;
        for (Map.Entry<String, InMemoryRecordStore> owner : records.entrySet()) {
            Map<String, Long> kinds = owner.getValue().removeRestingOn(episode);
            Long gone = kinds.remove("");
            links += gone == null ? 0 : gone;
            if (!kinds.isEmpty()) {
                counts.put(owner.getKey(), kinds);
            }
        }
        return new Removed(feedback < 0 ? 0 : 1, Math.max(0, feedback), counts, links, 0);
    }

    private Removed theRest() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        long links = 0;
        for (Map.Entry<String, InMemoryRecordStore> owner : records.entrySet()) {
            InMemoryRecordStore store = owner.getValue();
            Map<String, Long> kinds = store.kinds().stream().collect(Collectors.toMap(kind -> kind, store::count));
            if (!kinds.isEmpty()) {
                counts.put(owner.getKey(), kinds);
            }
            links += store.allLinks().size();
            store.clear();
        }
        return new Removed(0, 0, counts, links, emptied());
    }

    private long emptied() {
        long entries = 0;
        for (Shelf shelf : shelves.values()) {
            List<String> keys = new ArrayList<>(shelf.all("").keySet());
            keys.forEach(shelf::remove);
            entries += keys.size();
        }
        return entries;
    }

    @Override
    public boolean scrub() {
        return true;
    }

    @Override
    public boolean rewrite() {
        return true;
    }

    @Override
    public synchronized Forgotten finish(long number) {
        return replace(number, Stage.DONE, entry(number).forgotten().removed());
    }

    private Forgotten replace(long number, Stage stage, Removed removed) {
        Entry entry = entry(number);
        Forgotten next = new Forgotten(
                number, entry.forgotten().begun(), stage, removed, entry.forgotten().digest());
        all.put(number, new Entry(next, Set.of(), entry.everything()));
        return next;
    }

    private Entry entry(long number) {
        Entry entry = all.get(number);
        if (entry == null) {
            throw new MemoryException("there is no forgetting of number %d".formatted(number));
        }
        return entry;
    }

    @Override
    public synchronized List<Forgotten> all() {
        return all.values().stream().map(Entry::forgotten).toList();
    }
}
