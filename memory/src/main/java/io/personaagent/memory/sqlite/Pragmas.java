package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.MemoryException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every connection is set to. All of it is read back: a setting that a build of SQLite does not know is ignored without a word.
 */
final class Pragmas {

    /** Older ones can lose a committed write when two connections write and checkpoint at once. */
    static final String OLDEST_SQLITE = "3.51.3";

    /** How long one attempt to write waits for another process; {@link Database} makes several. */
    static final Duration ONE_ATTEMPT = Duration.ofMillis(50);

    /** In KiB, as a negative number. With SQLite's own 2 MB a search over 100,000 records reads most pages of the index again. */
    private static final String CACHE = "-16384";

    private static final Map<String, String> DURABLE = durable();

    private Pragmas() {}

    /** Sets a connection that writes. */
    static void forWriting(Handle handle, Duration patience) throws SQLException {
        forReading(handle, patience);
        set(handle, "query_only", "0");
    }

    /** Sets a connection that only reads. */
    static void forReading(Handle handle, Duration patience) throws SQLException {
        refuseOldSqlite(text(handle, "SELECT sqlite_version()"));
        set(handle, "busy_timeout", Long.toString(patience.toMillis()));
        for (Map.Entry<String, String> setting : DURABLE.entrySet()) {
            set(handle, setting.getKey(), setting.getValue());
        }
        set(handle, "cache_size", CACHE);
        refuseUnless("journal_mode", "wal", text(handle, "PRAGMA journal_mode"));
        set(handle, "query_only", "1");
    }

    /** Sets what the next commits promise; not within a transaction, where SQLite would leave it as it is. */
    static void forCommits(Handle handle, Lasting lasting) throws SQLException {
        set(handle, "synchronous", lasting.synchronous());
    }

    static void refuseOldSqlite(String found) {
        if (Arrays.compare(numbers(found), numbers(OLDEST_SQLITE)) < 0) {
            throw new MemoryException(
                    "SQLite %s is too old, it can lose writes; PersonaAgent needs %s or newer (library sqlite-jdbc)"
                            .formatted(found, OLDEST_SQLITE));
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static Map<String, String> durable() {
        Map<String, String> settings = new LinkedHashMap<>();
        // FULL: a commit is on the disk when it returns.
        settings.put("synchronous", Lasting.ON_THE_DISK.synchronous());
        settings.put("secure_delete", "1");
        settings.put("foreign_keys", "1");
        settings.put("mmap_size", "0");
        settings.put("cell_size_check", "1");
        settings.put("trusted_schema", "0");
        return settings;
    }

    private static void set(Handle handle, String name, String value) throws SQLException {
        handle.script("PRAGMA %s = %s".formatted(name, value));
        refuseUnless(name, value, text(handle, "PRAGMA " + name));
    }

    private static void refuseUnless(String name, String expected, String found) {
        if (!expected.equals(found)) {
            throw new MemoryException(
                    "SQLite did not take the setting %s: it is %s, but must be %s for writes to be safe"
                            .formatted(name, found, expected));
        }
    }

    private static String text(Handle handle, String sql) throws SQLException {
        return handle.first(sql, row -> row.getString(1)).orElse("unknown");
    }
}
