package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One owner's records, links and cursor. */
final class SqliteRecordStore implements RecordStore {

    private static final String READING = "read the records";
    private static final String WRITING = "write the records";

    private final Database database;
    private final String owner;

    private interface Query<T> {
        T in(Handle handle, Collection collection) throws SQLException;
    }

    SqliteRecordStore(Database database, String owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public void apply(Changes changes) {
        requireNonNull(changes, "changes");
        database.write(WRITING, handle -> {
            make(handle, changes);
            return true;
        });
    }

    @Override
    public boolean applyIf(long expectedCursor, long nextCursor, Changes changes) {
        requireNonNull(changes, "changes");
        return database.write(WRITING, handle -> makeIf(handle, expectedCursor, nextCursor, changes));
    }

    @Override
    public boolean deriveIf(long expectedCursor, long nextCursor, Changes changes) {
        requireNonNull(changes, "changes");
        return database.writeInOrder(WRITING, handle -> makeIf(handle, expectedCursor, nextCursor, changes));
    }

    private boolean makeIf(Handle handle, long expectedCursor, long nextCursor, Changes changes) throws SQLException {
        CursorRow cursor = new CursorRow(handle, owner);
        if (cursor.position() != expectedCursor) {
            return false;
        }
        make(handle, changes);
        cursor.moveTo(nextCursor);
        return true;
    }

    /** Makes the changes within a transaction of somebody else's. */
    void make(Handle handle, Changes changes) throws SQLException {
        LinkRows links = new LinkRows(handle, owner);
        for (RecordKey key : changes.removed()) {
            links.removeAt(key);
            Optional<Collection> collection = Collection.find(handle, owner, key.kind());
            if (collection.isPresent()) {
                new RecordRows(handle, collection.get()).remove(key.id());
            }
        }
        ForgettingRows forgetting = new ForgettingRows(handle);
        boolean anythingForgotten = forgetting.any();
        for (DerivedRecord record : changes.records()) {
            if (!anythingForgotten || forgetting.allKnown(record.evidence())) {
                Collection collection =
                        Collection.findOrMake(handle, owner, record.key().kind());
                new RecordRows(handle, collection).put(record);
            }
        }
        for (Link link : changes.links()) {
            if (!anythingForgotten || forgetting.allKnown(link.evidence())) {
                links.put(link);
            }
        }
    }

    @Override
    public List<EpisodeId> toAbsorbAgain(int limit) {
        Limits.atLeastOne(limit);
        return database.read(READING, handle -> ForgettingRows.toAbsorbAgain(handle, owner, limit));
    }

    @Override
    public void absorbedAgain(List<EpisodeId> episodes) {
        List<EpisodeId> fixed = List.copyOf(episodes);
        database.write(WRITING, handle -> {
            for (EpisodeId episode : fixed) {
                handle.run("DELETE FROM absorb_again WHERE owner = ? AND episode = ?", owner, episode.value());
            }
            return true;
        });
    }

    @Override
    public void clear() {
        database.write("clear the records", handle -> {
            new LinkRows(handle, owner).clear();
            for (Collection collection : Collection.all(handle, owner)) {
                handle.run("DELETE FROM record WHERE collection = ?", collection.number());
                collection.terms(handle).drop();
                handle.run("DELETE FROM collection WHERE id = ?", collection.number());
            }
            new CursorRow(handle, owner).clear();
            handle.run("DELETE FROM absorb_again WHERE owner = ?", owner);
            return true;
        });
    }

    @Override
    public Optional<DerivedRecord> find(RecordKey key) {
        return in(key.kind(), Optional.empty(), (handle, collection) -> new RecordRows(handle, collection)
                .find(key.id()));
    }

    @Override
    public Map<RecordKey, DerivedRecord> findAll(java.util.Collection<RecordKey> keys) {
        List<RecordKey> wanted = List.copyOf(keys);
        return database.read(READING, handle -> {
            Map<String, RecordRows> kinds = kinds(handle);
            Map<RecordKey, DerivedRecord> found = new LinkedHashMap<>();
            for (RecordKey key : wanted) {
                RecordRows rows = kinds.get(key.kind());
                if (rows != null) {
                    rows.find(key.id()).ifPresent(record -> found.put(key, record));
                }
            }
            return found;
        });
    }

    private Map<String, RecordRows> kinds(Handle handle) throws SQLException {
        Map<String, RecordRows> kinds = new HashMap<>();
        for (Collection collection : Collection.all(handle, owner)) {
            kinds.put(collection.kind(), new RecordRows(handle, collection));
        }
        return kinds;
    }

    @Override
    public Map<RecordKey, DerivedRecord> findAllWithoutVectors(java.util.Collection<RecordKey> keys) {
        Set<RecordKey> wanted = new LinkedHashSet<>(keys);
        Map<String, List<String>> ids = new HashMap<>();
        wanted.forEach(
                key -> ids.computeIfAbsent(key.kind(), any -> new ArrayList<>()).add(key.id()));
        return database.read(READING, handle -> {
            Map<String, RecordRows> kinds = kinds(handle);
            kinds.keySet().retainAll(ids.keySet());
            Map<RecordKey, DerivedRecord> read = new HashMap<>();
            for (Map.Entry<String, RecordRows> kind : kinds.entrySet()) {
                kind.getValue().described(requireNonNull(ids.get(kind.getKey())), (id, record) -> {
                    record.ifPresent(found -> read.put(found.key(), found));
                    return true;
                });
            }
            Map<RecordKey, DerivedRecord> found = new LinkedHashMap<>();
            wanted.stream().filter(read::containsKey).forEach(key -> found.put(key, requireNonNull(read.get(key))));
            return found;
        });
    }

    @Override
    public Set<RecordKey> restingOn(java.util.Collection<EpisodeId> episodes) {
        List<EpisodeId> wanted = List.copyOf(episodes);
        return database.read(READING, handle -> {
            Set<RecordKey> found = new TreeSet<>();
            for (Collection collection : Collection.all(handle, owner)) {
                RecordRows rows = new RecordRows(handle, collection);
                for (EpisodeId episode : wanted) {
                    found.addAll(rows.restingOn(episode));
                }
            }
            return found;
        });
    }

    @Override
    public List<DerivedRecord> list(String kind, String afterId, int limit) {
        Limits.atLeastOne(limit);
        return in(kind, List.of(), (handle, collection) -> {
            List<DerivedRecord> found = new ArrayList<>();
            new RecordRows(handle, collection).after(afterId, (id, record) -> {
                record.ifPresent(found::add);
                return found.size() < limit;
            });
            return found;
        });
    }

    @Override
    public List<Hit> nearest(String kind, Vector query, int limit) {
        requireNonNull(query, "query");
        Limits.atLeastOne(limit);
        return in(kind, List.of(), (handle, collection) -> new Search(handle, collection, database)
                .nearest(query, limit));
    }

    @Override
    public List<Hit> matching(String kind, String query, int limit) {
        requireNonNull(query, "query");
        Limits.atLeastOne(limit);
        return in(kind, List.of(), (handle, collection) -> new Search(handle, collection, database)
                .matching(query, limit));
    }

    @Override
    public List<Link> links(RecordKey from) {
        requireNonNull(from, "from");
        return database.read(READING, handle -> {
            List<Link> found = new ArrayList<>();
            new LinkRows(handle, owner).from(from, link -> link.ifPresent(found::add));
            found.sort(Comparator.comparing(Link::relation).thenComparing(Link::to));
            return found;
        });
    }

    @Override
    public long count(String kind) {
        return in(
                kind,
                0L,
                (handle, collection) ->
                        handle.number("SELECT count(*) FROM record WHERE collection = ?", collection.number()));
    }

    @Override
    public List<String> kinds() {
        return database.read(
                READING,
                handle -> handle.list(
                        "SELECT kind FROM collection WHERE owner = ? "
                                + "AND EXISTS (SELECT 1 FROM record WHERE collection = collection.id) ORDER BY kind",
                        row -> Handle.text(row, 1),
                        owner));
    }

    @Override
    public long cursor() {
        return database.read(READING, handle -> new CursorRow(handle, owner).position());
    }

    private <T> T in(String kind, T otherwise, Query<T> query) {
        requireNonNull(kind, "kind");
        return database.read(READING, handle -> {
            Optional<Collection> collection = Collection.find(handle, owner, kind);
            return collection.isPresent() ? query.in(handle, collection.get()) : otherwise;
        });
    }
}
