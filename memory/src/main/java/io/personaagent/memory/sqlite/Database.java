package io.personaagent.memory.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * One person's file. It is open while it is used; between two uses it may be closed to make room for others', and is opened again when
 * it is used again. Thread-safe.
 */
final class Database implements AutoCloseable {

    private final Path file;
    private final OpenFiles openFiles;
    private final Opening opening;
    private final KeptRoom room;
    private final SignatureIndex signatures;
    private final TermLengths lengths;
    private @Nullable Connections open;
    private int uses;
    private boolean closed;

    /** What is done within one transaction. */
    interface Work<T> {
        T with(Handle handle) throws SQLException;
    }

    /** Opens the file, with all checks, each time anew. */
    interface Opening {
        Connections open();
    }

    private interface Use<T> {
        T of(Connections connections);
    }

    /** A file that is opened when it is first used. */
    Database(Path file, OpenFiles openFiles, KeptRoom room, Opening opening) {
        this.file = file;
        this.openFiles = openFiles;
        this.room = room;
        this.signatures = new SignatureIndex(room);
        this.lengths = new TermLengths(room);
        this.opening = opening;
    }

    /**
     * Opens a file that is up to date, and keeps it open.
     *
     * @param writing held by whoever writes to this file in this process
     */
    Database(Connector connector, Lock writing) throws SQLException {
        this(connector.file(), new OpenFiles(1), new KeptRoom(Long.MAX_VALUE), opened(connector, writing));
        this.open = opening.open();
    }

    private static Opening opened(Connector connector, Lock writing) throws SQLException {
        Connections connections = new Connections(connector, writing);
        return () -> connections;
    }

    Path file() {
        return file;
    }

    /** What is kept of this file's terms. */
    TermLengths lengths() {
        return lengths;
    }

    /** What is kept of this file's signatures. */
    SignatureIndex signatures() {
        return signatures;
    }

    /**
     * Does all of it, durably, or nothing. What several threads write at once shares one transaction, so the work may be done by
     * another thread; it must not write through this again.
     *
     * @param doing names it in a message, such as {@code append to the log}
     */
    <T> T write(String doing, Work<T> work) {
        Piece<T> piece = new Piece<>(doing, work);
        return used(connections -> connections.write(piece));
    }

    /**
     * As {@link #write}, but without waiting for the disk: what power takes of it, it takes with all that was written later. So nothing
     * that was promised may rest on it.
     */
    <T> T writeInOrder(String doing, Work<T> work) {
        Piece<T> piece = new Piece<>(doing, work, Lasting.IN_ORDER);
        return used(connections -> connections.write(piece));
    }

    /** Does something that cannot be part of a transaction, while nothing is written. */
    <T> T alone(String doing, Work<T> work) {
        Piece<T> piece = new Piece<>(doing, work);
        return used(connections -> connections.alone(piece));
    }

    /** Reads one state of the file, whatever is written meanwhile. */
    <T> T read(String doing, Work<T> work) {
        return used(connections -> connections.read(doing, work));
    }

    /** As {@link #read}, but nothing is taken from what was read before. */
    <T> T readAnew(String doing, Work<T> work) {
        return used(connections -> connections.readAnew(doing, work));
    }

    /** Opens the file, should it not be open, so that what is wrong with it is told at once. */
    void wake() {
        used(connections -> true);
    }

    /** Closes the file until it is used again; unless it is in use, which leaves it open. */
    synchronized boolean rest() {
        if (open == null) {
            return true;
        }
        // A disk that failed once is not to be trusted only because the file was opened again.
        if (uses > 0 || open.isBroken()) {
            return false;
        }
        open.close();
        open = null;
        forgetKept();
        return true;
    }

    private <T> T used(Use<T> use) {
        openFiles.used(this);
        Connections connections = taken();
        try {
            return use.of(connections);
        } finally {
            givenBack();
        }
    }

    private synchronized Connections taken() {
        if (closed) {
            throw Failures.closed(file);
        }
        Connections connections = open == null ? opening.open() : open;
        open = connections;
        uses++;
        return connections;
    }

    private synchronized void givenBack() {
        uses--;
    }

    @Override
    public void close() {
        openFiles.closed(this);
        Connections last = takenForGood();
        if (last != null) {
            last.close();
        }
        forgetKept();
    }

    /** Forgets what is kept of the file, so that nothing of what was removed from it stays in memory. */
    void forgetKept() {
        room.leave(signatures);
        room.leave(lengths);
    }

    private synchronized @Nullable Connections takenForGood() {
        Connections last = open;
        closed = true;
        open = null;
        return last;
    }
}
