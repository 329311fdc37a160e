package io.personaagent.memory.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes to a file. What several callers want written at once becomes one transaction, and is on the disk before
 * any of them is answered. Thread-safe.
 *
 * <p>When the disk reports an error, writing stops until the file is opened again: after a failed sync an operating system may forget
 * what it could not write, and the next sync then succeeds without it.
 */
final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Connector connector;
    private final Failures failures;
    private final Lock writing;
    private final Handle handle;
    private final GroupCommit group = new GroupCommit(this::write);
    private volatile @Nullable Thread leader;
    private volatile boolean broken;
    private boolean closed;
    private @Nullable Lasting set = Lasting.ON_THE_DISK;

    /**
     * Opens the connection.
     *
     * @param writing held by whoever writes to this file in this process
     */
    Writer(Connector connector, Lock writing) throws SQLException {
        this.connector = connector;
        this.failures = new Failures(connector.file(), connector.patience());
        this.writing = writing;
        this.handle = connector.writer();
    }

    /** Does all of it, durably, or nothing. */
    <T> T write(Piece<T> piece) {
        if (Thread.currentThread().equals(leader)) {
            throw new IllegalStateException(
                    "could not %s: a write within a write waits for itself".formatted(piece.doing()));
        }
        group.write(piece);
        return piece.outcome(failures);
    }

    boolean isBroken() {
        return broken;
    }

    /** Does something that cannot be part of a transaction. */
    <T> T alone(Piece<T> piece) {
        writing.lock();
        try {
            if (closed) {
                piece.failWith(failures.closed());
            } else if (broken) {
                piece.failWith(failures.brokenBefore(piece.doing()));
            } else {
                promise(Lasting.ON_THE_DISK);
                piece.doWith(handle);
            }
        } catch (SQLException failed) {
            piece.failWith(failed);
            broken |= Failures.ofTheDisk(failed);
        } finally {
            writing.unlock();
        }
        return piece.outcome(failures);
    }

    private void write(List<Piece<?>> pieces) {
        writing.lock();
        leader = Thread.currentThread();
        try {
            if (closed) {
                pieces.forEach(piece -> piece.failWith(failures.closed()));
            } else if (broken) {
                pieces.forEach(piece -> piece.failWith(failures.brokenBefore(piece.doing())));
            } else {
                transact(pieces);
            }
        } catch (SQLException failed) {
            broken = broken || Failures.ofTheDisk(failed);
            pieces.forEach(piece -> piece.failWith(failed));
        } catch (RuntimeException | Error failed) {
            pieces.forEach(piece -> piece.failWith(failed));
        } finally {
            leader = null;
            writing.unlock();
        }
    }

    private void transact(List<Piece<?>> pieces) throws SQLException {
        promise(lasting(pieces));
        begin();
        boolean done = false;
        try {
            if (pieces.size() == 1) {
                pieces.get(0).doWith(handle);
            } else {
                for (Piece<?> piece : pieces) {
                    doOrUndo(piece);
                }
            }
            handle.run("COMMIT");
            done = true;
        } finally {
            if (!done) {
                handle.rollBack();
            }
        }
    }

    /** The most that any of them needs. */
    private static Lasting lasting(List<Piece<?>> pieces) {
        return pieces.stream().allMatch(piece -> piece.lasting() == Lasting.IN_ORDER)
                ? Lasting.IN_ORDER
                : Lasting.ON_THE_DISK;
    }

    private void promise(Lasting wanted) throws SQLException {
        if (set != wanted) {
            set = null;
            Pragmas.forCommits(handle, wanted);
            set = wanted;
        }
    }

    // SQLite asks for the lock ever more rarely, and so can miss each gap between the writes of a busy process.
    // Asking anew begins with short pauses again.
    private void begin() throws SQLException {
        long end = System.nanoTime() + connector.patience().toNanos();
        while (true) {
            try {
                handle.run("BEGIN IMMEDIATE");
                return;
            } catch (SQLException failed) {
                if (!Failures.isBusy(failed) || System.nanoTime() - end > 0) {
                    throw failed;
                }
            }
        }
    }

    /** A piece that fails takes back what it did, and the others go on; unless it is the disk that fails. */
    private void doOrUndo(Piece<?> piece) throws SQLException {
        handle.run("SAVEPOINT piece");
        try {
            piece.doWith(handle);
        } catch (SQLException failed) {
            undo(failed);
        } catch (RuntimeException | Error failed) {
            handle.run("ROLLBACK TO piece");
        }
        handle.run("RELEASE piece");
    }

    // After some failures, such as a full disk, SQLite has already undone the whole transaction and knows no savepoint
    // any more.
    private void undo(SQLException failed) throws SQLException {
        if (Failures.ofTheDisk(failed)) {
            throw failed;
        }
        try {
            handle.run("ROLLBACK TO piece");
        } catch (SQLException undone) {
            failed.addSuppressed(undone);
            throw failed;
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                handle.close();
            }
        } catch (SQLException failed) {
            LOG.warn("a connection could not be closed", failed);
        } finally {
            writing.unlock();
        }
    }
}
