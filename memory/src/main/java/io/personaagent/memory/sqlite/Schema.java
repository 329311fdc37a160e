package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.MemoryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** The steps that lead from an empty file to the one that this program works with. A step that was released is never edited. */
final class Schema {

    /** Marks a file as ours; reads "PAgt". */
    static final int APPLICATION_ID = 0x50416774;

    private final List<String> steps;

    /** A schema whose version is the number of its steps. */
    Schema(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    static Schema current() {
        return new Schema(
                List.of(resource("1.sql"), resource("2.sql"), resource("3.sql"), resource("4.sql"), resource("5.sql")));
    }

    /** The steps to an earlier version. */
    Schema upTo(int version) {
        return new Schema(steps.subList(0, version));
    }

    int version() {
        return steps.size();
    }

    /** Brings the file up to this version, or leaves it as it was. Another process may be at it too: the second finds nothing to do. */
    void migrate(Handle handle) throws SQLException {
        handle.define("signs", 1, Signs.function());
        RecordHash.define(handle);
        handle.script("BEGIN IMMEDIATE");
        try {
            for (int version = (int) handle.number("PRAGMA user_version"); version < steps.size(); version++) {
                handle.script(steps.get(version));
                handle.script("PRAGMA user_version = " + (version + 1));
            }
            handle.script("PRAGMA application_id = " + APPLICATION_ID);
            handle.script("COMMIT");
        } catch (SQLException failed) {
            rollBack(handle, failed);
            throw failed;
        }
    }

    private static void rollBack(Handle handle, SQLException why) {
        try {
            handle.script("ROLLBACK");
        } catch (SQLException already) {
            // SQLite rolls back by itself when, for instance, the disk is full.
            why.addSuppressed(already);
        }
    }

    private static String resource(String name) {
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new MemoryException("the program lacks its own file %s; install it again".formatted(name));
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
