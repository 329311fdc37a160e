package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.MemoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open file: one connection that writes, and a few that read meanwhile. Thread-safe.
 *
 * <p>When the disk reports an error, writing stops until the file is opened again: after a failed sync an operating system may forget
 * what it could not write, and the next sync then succeeds without it.
 */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int MOST_READERS = 4;

    private final Connector connector;
    private final Failures failures;
    private final Lock writing;
    private final Handle writer;
    private final Semaphore reading = new Semaphore(MOST_READERS, true);
    private final Deque<Handle> idle = new ArrayDeque<>();
    private volatile boolean broken;
    private volatile boolean closed;

    /** What is done within one transaction. */
    interface Work<T> {
        T with(Handle handle) throws SQLException;
    }

    /**
     * Opens a file that is up to date.
     *
     * @param writing held by whoever writes to this file in this process
     */
    Database(Connector connector, Lock writing) throws SQLException {
        this.connector = connector;
        this.failures = new Failures(connector.file(), connector.patience());
        this.writing = writing;
        this.writer = connector.writer();
    }

    Path file() {
        return connector.file();
    }

    /**
     * Does all of it, durably, or nothing.
     *
     * @param doing names it in a message, such as {@code append to the log}
     */
    <T> T write(String doing, Work<T> work) {
        writing.lock();
        try {
            refuseIfClosed();
            refuseIfBroken(doing);
            beginWriting();
            return finished(writer, work);
        } catch (SQLException failed) {
            broken |= Failures.ofTheDisk(failed);
            throw failures.of(doing, failed);
        } finally {
            writing.unlock();
        }
    }

    /** Reads one state of the file, whatever is written meanwhile. */
    <T> T read(String doing, Work<T> work) {
        reading.acquireUninterruptibly();
        Handle reader = null;
        try {
            reader = borrowed();
            reader.run("BEGIN");
            return finished(reader, work);
        } catch (SQLException failed) {
            throw failures.of(doing, failed);
        } finally {
            giveBack(reader);
            reading.release();
        }
    }

    // SQLite asks for the lock ever more rarely, and so can miss each gap between the writes of a busy process.
    // Asking anew begins with short pauses again.
    private void beginWriting() throws SQLException {
        long end = System.nanoTime() + connector.patience().toNanos();
        while (true) {
            try {
                writer.run("BEGIN IMMEDIATE");
                return;
            } catch (SQLException failed) {
                if (!Failures.isBusy(failed) || System.nanoTime() - end > 0) {
                    throw failed;
                }
            }
        }
    }

    private static <T> T finished(Handle handle, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.with(handle);
            handle.run("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(handle);
            }
        }
    }

    private static void rollBack(Handle handle) {
        try {
            handle.run("ROLLBACK");
        } catch (SQLException already) {
            LOG.debug("SQLite has rolled back by itself", already);
        }
    }

    private Handle borrowed() throws SQLException {
        refuseIfClosed();
        synchronized (idle) {
            Handle waiting = idle.poll();
            if (waiting != null) {
                return waiting;
            }
        }
        return connector.reader();
    }

    private void giveBack(@Nullable Handle reader) {
        if (reader == null) {
            return;
        }
        synchronized (idle) {
            if (!closed) {
                idle.push(reader);
                return;
            }
        }
        close(reader);
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new MemoryException("the store is closed; open it again (%s)".formatted(file()));
        }
    }

    private void refuseIfBroken(String doing) {
        if (broken) {
            throw new MemoryException(
                    "could not %s: the disk reported an error before, so nothing more is written; check the disk, then start again (%s)"
                            .formatted(doing, file()));
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            synchronized (idle) {
                closed = true;
                idle.forEach(Database::close);
                idle.clear();
            }
            close(writer);
        } finally {
            writing.unlock();
        }
    }

    private static void close(Handle handle) {
        try {
            handle.close();
        } catch (SQLException failed) {
            LOG.warn("a connection could not be closed", failed);
        }
    }
}
