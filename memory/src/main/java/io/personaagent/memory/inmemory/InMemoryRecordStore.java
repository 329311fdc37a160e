package io.personaagent.memory.inmemory;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One owner's records, links and cursor. */
final class InMemoryRecordStore implements RecordStore {

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::key);

    private final TreeMap<String, Shelved> kinds = new TreeMap<>();
    private final Map<LinkKey, Link> links = new HashMap<>();
    private final NavigableSet<EpisodeId> again = new TreeSet<>();
    private final Predicate<Set<EpisodeId>> known;
    private long cursor;

    /** The records of one kind. */
    private record Shelved(NavigableMap<String, DerivedRecord> records, TermIndex index) {}

    private record LinkKey(RecordKey from, RecordKey to, String relation) {}

    /** @param known whether what rests on these episodes may be written */
    InMemoryRecordStore(Predicate<Set<EpisodeId>> known) {
        this.known = known;
    }

    @Override
    public synchronized void apply(Changes changes) {
        changes.removed().forEach(this::remove);
        changes.records().stream()
                .filter(record -> known.test(record.evidence()))
                .forEach(this::put);
        changes.links().stream()
                .filter(link -> known.test(link.evidence()))
                .forEach(link -> links.put(new LinkKey(link.from(), link.to(), link.relation()), link));
    }

    @Override
    public synchronized List<EpisodeId> toAbsorbAgain(int limit) {
        return again.stream().limit(atLeastOne(limit)).toList();
    }

    @Override
    public synchronized void absorbedAgain(List<EpisodeId> episodes) {
        episodes.forEach(again::remove);
    }

    synchronized boolean isEmpty() {
        return kinds.isEmpty() && links.isEmpty();
    }

    /** Everything that is there, link by link. */
    synchronized List<Link> allLinks() {
        return List.copyOf(links.values());
    }

    /** Takes out what rests on an episode; how much by kind, links under an empty one. */
    synchronized Map<String, Long> removeRestingOn(EpisodeId episode) {
        Map<String, Long> removed = new TreeMap<>();
        int before = links.size();
        noteLinks(link -> link.evidence().contains(episode));
        links.values().removeIf(link -> link.evidence().contains(episode));
        for (RecordKey key : restingOn(List.of(episode))) {
            find(key).ifPresent(record -> again.addAll(record.evidence()));
            noteLinks(link -> link.from().equals(key) || link.to().equals(key));
            remove(key);
            removed.merge(key.kind(), 1L, Long::sum);
        }
        again.remove(episode);
        removed.put("", (long) before - links.size());
        return removed;
    }

    private void noteLinks(Predicate<Link> going) {
        links.values().stream().filter(going).forEach(link -> again.addAll(link.evidence()));
    }

    @Override
    public synchronized boolean applyIf(long expectedCursor, long nextCursor, Changes changes) {
        if (cursor != expectedCursor) {
            return false;
        }
        apply(changes);
        cursor = nextCursor;
        return true;
    }

    @Override
    public synchronized void clear() {
        kinds.clear();
        links.clear();
        again.clear();
        cursor = 0;
    }

    private void put(DerivedRecord record) {
        Shelved kind =
                kinds.computeIfAbsent(record.key().kind(), name -> new Shelved(new TreeMap<>(), new TermIndex()));
        DerivedRecord before = kind.records().put(record.key().id(), record);
        if (before != null) {
            kind.index().remove(before.key().id(), before.text());
        }
        kind.index().put(record.key().id(), record.text());
    }

    private void remove(RecordKey key) {
        links.keySet().removeIf(link -> link.from().equals(key) || link.to().equals(key));
        Shelved kind = kinds.get(key.kind());
        DerivedRecord before = kind == null ? null : kind.records().remove(key.id());
        if (kind == null || before == null) {
            return;
        }
        kind.index().remove(key.id(), before.text());
        if (kind.records().isEmpty()) {
            kinds.remove(key.kind());
        }
    }

    @Override
    public synchronized Optional<DerivedRecord> find(RecordKey key) {
        return Optional.ofNullable(records(key.kind()).get(key.id()));
    }

    @Override
    public synchronized Map<RecordKey, DerivedRecord> findAll(Collection<RecordKey> keys) {
        Map<RecordKey, DerivedRecord> found = new LinkedHashMap<>();
        keys.forEach(key -> find(key).ifPresent(record -> found.put(key, record)));
        return found;
    }

    @Override
    public synchronized Map<RecordKey, DerivedRecord> findAllWithoutVectors(Collection<RecordKey> keys) {
        Map<RecordKey, DerivedRecord> found = findAll(keys);
        found.replaceAll((key, record) -> record.with(Vector.NONE));
        return found;
    }

    @Override
    public synchronized Set<RecordKey> restingOn(Collection<EpisodeId> episodes) {
        Set<RecordKey> found = new TreeSet<>();
        for (Shelved shelved : kinds.values()) {
            shelved.records().values().stream()
                    .filter(record -> !Collections.disjoint(record.evidence(), episodes))
                    .forEach(record -> found.add(record.key()));
        }
        return found;
    }

    @Override
    public synchronized List<DerivedRecord> list(String kind, String afterId, int limit) {
        return records(kind).tailMap(afterId, false).values().stream()
                .limit(atLeastOne(limit))
                .toList();
    }

    @Override
    public synchronized List<Hit> nearest(String kind, Vector query, int limit) {
        return best(
                records(kind).values().stream()
                        .filter(record -> comparable(query, record.vector()))
                        .map(record -> new Hit(record.key(), query.cosine(record.vector()))),
                limit);
    }

    private static boolean comparable(Vector query, Vector vector) {
        return !vector.isNone() && vector.model().equals(query.model()) && vector.dimension() == query.dimension();
    }

    @Override
    public synchronized List<Hit> matching(String kind, String query, int limit) {
        Shelved shelved = kinds.get(kind);
        if (shelved == null) {
            return List.of();
        }
        return best(
                shelved.index().scores(query).entrySet().stream()
                        .map(entry -> new Hit(new RecordKey(kind, entry.getKey()), entry.getValue())),
                limit);
    }

    private static List<Hit> best(Stream<Hit> hits, int limit) {
        return hits.sorted(BEST_FIRST).limit(atLeastOne(limit)).toList();
    }

    @Override
    public synchronized List<Link> links(RecordKey from) {
        return links.values().stream()
                .filter(link -> link.from().equals(from))
                .sorted(Comparator.comparing(Link::relation).thenComparing(Link::to))
                .toList();
    }

    @Override
    public synchronized long count(String kind) {
        return records(kind).size();
    }

    @Override
    public synchronized List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    @Override
    public synchronized long cursor() {
        return cursor;
    }

    private NavigableMap<String, DerivedRecord> records(String kind) {
        Shelved shelved = kinds.get(kind);
        return shelved == null ? new TreeMap<>() : shelved.records();
    }

    private static int atLeastOne(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, but must be at least 1".formatted(limit));
        }
        return limit;
    }
}
