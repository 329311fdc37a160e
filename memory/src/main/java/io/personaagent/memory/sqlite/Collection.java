package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.RecordKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where the records of one kind of one owner are.
 *
 * @param number names its table of terms
 */
record Collection(long number, String owner, String kind) {

    static Optional<Collection> find(Handle handle, String owner, String kind) throws SQLException {
        return handle.first(
                "SELECT id FROM collection WHERE owner = ? AND kind = ?",
                row -> new Collection(row.getLong(1), owner, kind),
                owner,
                kind);
    }

    static List<Collection> all(Handle handle, String owner) throws SQLException {
        return handle.list(
                "SELECT id, kind FROM collection WHERE owner = ?",
                row -> new Collection(row.getLong(1), owner, Handle.text(row, 2)),
                owner);
    }

    /** Those of all owners. */
    static List<Collection> all(Handle handle) throws SQLException {
        return handle.list(
                "SELECT id, owner, kind FROM collection",
                row -> new Collection(row.getLong(1), Handle.text(row, 2), Handle.text(row, 3)));
    }

    static Collection findOrMake(Handle handle, String owner, String kind) throws SQLException {
        Optional<Collection> found = find(handle, owner, kind);
        if (found.isPresent()) {
            return found.get();
        }
        handle.run("INSERT INTO collection (owner, kind) VALUES (?, ?)", owner, kind);
        Collection made = new Collection(handle.lastNumber(), owner, kind);
        made.terms(handle).create();
        return made;
    }

    /** The key of a record here; none where damage left no id. */
    Optional<RecordKey> key(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new RecordKey(kind, id));
    }

    TermTable terms(Handle handle) {
        return new TermTable(handle, number);
    }
}
