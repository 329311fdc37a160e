package io.personaagent.memory.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one owner has come. A damaged one counts as 0: the owner then begins anew, and to absorb twice does no harm. */
final class CursorRow {

    private static final Logger LOG = LoggerFactory.getLogger(CursorRow.class);

    private final Handle handle;
    private final String owner;

    private record Row(long position, String hash) {}

    CursorRow(Handle handle, String owner) {
        this.handle = handle;
        this.owner = owner;
    }

    long position() throws SQLException {
        Optional<Row> row = row();
        if (row.isPresent() && !isWhole(row.get())) {
            LOG.error("the cursor of {} is damaged on the disk and counts as 0", owner);
            return 0;
        }
        return row.map(Row::position).orElse(0L);
    }

    boolean isWhole() throws SQLException {
        return row().map(this::isWhole).orElse(true);
    }

    void moveTo(long position) throws SQLException {
        handle.run(
                "INSERT INTO cursor (owner, position, hash) VALUES (?, ?, ?) "
                        + "ON CONFLICT (owner) DO UPDATE SET position = excluded.position, hash = excluded.hash",
                owner,
                position,
                hash(position));
    }

    void clear() throws SQLException {
        handle.run("DELETE FROM cursor WHERE owner = ?", owner);
    }

    private Optional<Row> row() throws SQLException {
        return handle.first(
                "SELECT position, hash FROM cursor WHERE owner = ?",
                row -> new Row(row.getLong(1), Handle.text(row, 2)),
                owner);
    }

    private boolean isWhole(Row row) {
        return hash(row.position()).equals(row.hash());
    }

    private String hash(long position) {
        return RowHash.of("cursor", owner, position);
    }
}
