package io.personaagent.memory.sqlite;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the rows of a damaged file into an empty one of the same schema, past every index, in ranges that are halved around what cannot
 * be read. Whether a row matches its hash is not asked here.
 */
final class RowCopy {

    private static final Logger LOG = LoggerFactory.getLogger(RowCopy.class);
    /** A damaged page can say that a table ends anywhere. */
    private static final long FARTHEST = 1L << 32;

    /** Tables with the whole number by which their rows are ordered on the disk. */
    private static final List<Range> TABLES = List.of(
            new Range("log_end", "one"),
            new Range("episode", "position"),
            new Range("feedback", "number"),
            new Range("collection", "id"),
            new Range("record", "number"),
            new Range("record_evidence", "record"),
            new Range("vector", "record"),
            new Range("link", "number"),
            new Range("link_evidence", "link"),
            new Range("cursor", "rowid"),
            new Range("shelf", "rowid"),
            new Range("forgetting", "number"),
            new Range("doomed", "forgetting"),
            // Has no number; so all of it or nothing.
            new Range("absorb_again", "1"));

    private final Handle target;
    private long lost;

    private record Range(String table, String key) {
        String end() {
            return "SELECT max(%s) FROM damaged.%s NOT INDEXED".formatted(key, table);
        }

        String copy(String columns) {
            return "INSERT OR REPLACE INTO main.%s (%s) SELECT %s FROM damaged.%s NOT INDEXED WHERE %s BETWEEN ? AND ?"
                    .formatted(table, columns, columns, table, key);
        }
    }

    /** @param target an empty file, to which the damaged one is attached as {@code damaged} */
    RowCopy(Handle target) {
        this.target = target;
    }

    /** Copies all that can be read; how many places could not be. */
    long all() throws SQLException {
        for (Range range : TABLES) {
            List<String> columns =
                    target.list("SELECT name FROM pragma_table_info(?)", row -> Handle.text(row, 1), range.table());
            // Earlier versions had fewer tables.
            if (!columns.isEmpty()) {
                copy(range.copy(String.join(", ", columns)), 0, end(range));
            }
        }
        return lost;
    }

    private long end(Range range) {
        try {
            return target.number(range.end());
        } catch (SQLException unreadable) {
            LOG.debug("the end of {} cannot be read", range.table(), unreadable);
            return FARTHEST;
        }
    }

    private void copy(String sql, long from, long to) {
        try {
            target.run(sql, from, to);
        } catch (SQLException unreadable) {
            if (from == to) {
                LOG.debug("row {} cannot be read", from, unreadable);
                lost++;
                return;
            }
            long middle = from + (to - from) / 2;
            copy(sql, from, middle);
            copy(sql, middle + 1, to);
        }
    }
}
