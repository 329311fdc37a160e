package io.personaagent.memory.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open connections to one file: one that writes, and a few that read meanwhile. Thread-safe. */
final class Connections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int MOST_READERS = 4;

    private final Connector connector;
    private final Failures failures;
    private final Writer writer;
    private final Semaphore reading = new Semaphore(MOST_READERS, true);
    private final Deque<Handle> idle = new ArrayDeque<>();
    private volatile boolean closed;

    /**
     * Opens a file that is up to date.
     *
     * @param writing held by whoever writes to this file in this process
     */
    Connections(Connector connector, Lock writing) throws SQLException {
        this.connector = connector;
        this.failures = new Failures(connector.file(), connector.patience());
        this.writer = new Writer(connector, writing);
    }

    <T> T write(Piece<T> piece) {
        return writer.write(piece);
    }

    <T> T alone(Piece<T> piece) {
        return writer.alone(piece);
    }

    /** Whether the disk failed, and so nothing is written through these any more. */
    boolean isBroken() {
        return writer.isBroken();
    }

    <T> T read(String doing, Database.Work<T> work) {
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

    /** As {@link #read}, by a connection that nothing was read by before. */
    <T> T readAnew(String doing, Database.Work<T> work) {
        try (Handle reader = connector.reader()) {
            reader.run("BEGIN");
            return finished(reader, work);
        } catch (SQLException failed) {
            throw failures.of(doing, failed);
        }
    }

    private static <T> T finished(Handle handle, Database.Work<T> work) throws SQLException {
        try {
            return work.with(handle);
        } finally {
            handle.rollBack();
        }
    }

    private Handle borrowed() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw failures.closed();
            }
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

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Connections::close);
            idle.clear();
        }
        writer.close();
    }

    private static void close(Handle handle) {
        try {
            handle.close();
        } catch (SQLException failed) {
            LOG.warn("a connection could not be closed", failed);
        }
    }
}
