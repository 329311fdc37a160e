package io.personaagent.memory.sqlite;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens connections to one file.
 *
 * @param patience for how long to wait for another process that holds the file's lock
 */
record Connector(Path file, Duration patience) {

    private static final Duration PAUSE = Duration.ofMillis(10);

    Connector at(Path other) {
        return new Connector(other, patience);
    }

    /** A connection that writes, set to be durable. */
    Handle writer() throws SQLException {
        Handle handle = raw();
        try {
            toWal(handle);
            Pragmas.forWriting(handle, Pragmas.ONE_ATTEMPT);
            return handle;
        } catch (SQLException | RuntimeException failed) {
            handle.close();
            throw failed;
        }
    }

    /** A connection that only reads. */
    Handle reader() throws SQLException {
        Handle handle = raw();
        try {
            Pragmas.forReading(handle, patience);
            return handle;
        } catch (SQLException | RuntimeException failed) {
            handle.close();
            throw failed;
        }
    }

    /** A connection that cannot change a byte, to look at a file that may not be ours. */
    Handle probe() throws SQLException {
        return connect("?mode=ro");
    }

    /** A connection as SQLite makes it; makes the file when there is none. */
    Handle raw() throws SQLException {
        return connect("");
    }

    /** Turns write-ahead logging on. SQLite does not wait for a lock here, so we do. */
    void toWal(Handle handle) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                handle.script("PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException failed) {
                if (!Failures.isBusy(failed) || System.nanoTime() - end > 0) {
                    throw failed;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    // As a URI, so that no character of a path has a meaning.
    private Handle connect(String mode) throws SQLException {
        String uri = "jdbc:sqlite:file://%s%s".formatted(file.toUri().getRawPath(), mode);
        // Otherwise the driver leaves a query open after each insertion, and VACUUM is refused.
        Properties settings = new Properties();
        settings.setProperty("jdbc.get_generated_keys", "false");
        Handle handle = new Handle(DriverManager.getConnection(uri, settings));
        handle.script("PRAGMA busy_timeout = " + TimeUnit.MILLISECONDS.convert(patience));
        return handle;
    }
}
