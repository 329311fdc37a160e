package io.personaagent.memory.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at every row of a file. What cannot be read is a finding too, and does not keep it from looking at the rest. */
final class Inspection {

    private final Database database;
    private final List<String> problems = new ArrayList<>();

    private interface Look {
        void at(Handle handle) throws SQLException;
    }

    Inspection(Database database) {
        this.database = database;
    }

    /** What is wrong, one line each. */
    List<String> problems() {
        // SQLite finds fault with a full-text table that it checked before and that another connection has written to
        // since.
        database.readAnew("check the store", handle -> {
            look("the file", handle, this::structure);
            look("the log", handle, this::episodes);
            look("the records", handle, this::records);
            look("the signatures", handle, this::signatures);
            look("the links", handle, this::links);
            look("the cursors", handle, this::cursors);
            look("the shelves", handle, this::shelves);
            return true;
        });
        return List.copyOf(problems);
    }

    private void look(String where, Handle handle, Look look) {
        try {
            look.at(handle);
        } catch (SQLException failed) {
            problems.add("%s cannot be read to the end: %s".formatted(where, failed.getMessage()));
        }
    }

    // This includes the full-text tables.
    private void structure(Handle handle) throws SQLException {
        for (String line : handle.list("PRAGMA integrity_check", row -> Handle.text(row, 1))) {
            if (!line.equals("ok")) {
                problems.add("the file is damaged: " + line);
            }
        }
        List<String> orphans = handle.list("PRAGMA foreign_key_check", row -> Handle.text(row, 1));
        orphans.stream()
                .distinct()
                .forEach(table -> problems.add("table %s has rows that belong to none".formatted(table)));
        if (handle.number("SELECT position FROM log_end")
                < handle.number("SELECT ifnull(max(position), 0) FROM episode")) {
            problems.add("the log goes on after its end");
        }
    }

    private void episodes(Handle handle) throws SQLException {
        EpisodeRows rows = new EpisodeRows(handle);
        handle.each("SELECT position, id FROM episode ORDER BY position", row -> {
            if (rows.find(Handle.text(row, 2)).isEmpty()) {
                damaged("episode '%s' at position %d".formatted(Handle.text(row, 2), row.getLong(1)));
            }
            return true;
        });
    }

    private void records(Handle handle) throws SQLException {
        for (Collection collection : handle.list(
                "SELECT id, owner, kind FROM collection",
                row -> new Collection(row.getLong(1), Handle.text(row, 2), Handle.text(row, 3)))) {
            new RecordRows(handle, collection).after("", (id, record) -> {
                if (record.isEmpty()) {
                    damaged("record '%s/%s' of %s".formatted(collection.kind(), id, collection.owner()));
                }
                return true;
            });
        }
    }

    private void signatures(Handle handle) throws SQLException {
        if (handle.number("SELECT number FROM record_end")
                < handle.number("SELECT ifnull(max(number), 0) FROM record")) {
            problems.add("the records go on after the last number that was given");
        }
        long[] wrong = {0};
        handle.each(
                """
                SELECT floats, signs FROM vector JOIN record ON number = vector.record
                LEFT JOIN space ON space.collection = record.collection AND space.model = vector.model
                  AND dimension = length(floats) / 4
                LEFT JOIN signature ON signature.record = number AND space = space.id""",
                row -> {
                    wrong[0] += Arrays.equals(Signs.of(Handle.bytes(row, 1)), Handle.bytes(row, 2)) ? 0 : 1;
                    return true;
                });
        if (wrong[0] > 0) {
            problems.add("%d vectors have no signature or a wrong one, so they may be missed; rebuild the memory"
                    .formatted(wrong[0]));
        }
    }

    private void links(Handle handle) throws SQLException {
        for (String owner : handle.list("SELECT DISTINCT owner FROM link", row -> Handle.text(row, 1))) {
            new LinkRows(handle, owner).all(link -> {
                if (link.isEmpty()) {
                    damaged("a link of " + owner);
                }
            });
        }
    }

    private void cursors(Handle handle) throws SQLException {
        for (String owner : handle.list("SELECT owner FROM cursor", row -> Handle.text(row, 1))) {
            if (!new CursorRow(handle, owner).isWhole()) {
                damaged("the cursor of " + owner);
            }
        }
    }

    private void shelves(Handle handle) throws SQLException {
        handle.each("SELECT owner, key, value, hash FROM shelf", row -> {
            String computed = SqliteShelf.hash(Handle.text(row, 1), Handle.text(row, 2), Handle.text(row, 3));
            if (!computed.equals(Handle.text(row, 4))) {
                damaged("shelf entry '%s' of %s".formatted(Handle.text(row, 2), Handle.text(row, 1)));
            }
            return true;
        });
    }

    private void damaged(String what) {
        problems.add("%s does not match its hash; it is left out".formatted(what));
    }
}
