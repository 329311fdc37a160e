package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.MemoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Words what SQLite could not do: what, why, in which file, and what would help. */
final class Failures {

    private static final String FULL = "the disk is full, nothing was changed; make room and try again";

    private final Path file;
    private final Duration patience;

    /**
     * Failures of one file.
     *
     * @param patience for how long a lock was waited for
     */
    Failures(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /**
     * The failure as a caller sees it.
     *
     * @param doing what was tried, such as {@code append to the log}
     */
    MemoryException of(String doing, SQLException cause) {
        return new MemoryException("could not %s: %s (%s)".formatted(doing, reason(cause), file), cause);
    }

    MemoryException closed() {
        return closed(file);
    }

    static MemoryException closed(Path file) {
        return new MemoryException("the store is closed; open it again (%s)".formatted(file));
    }

    /** Nothing is written any more, after the disk failed once. */
    MemoryException brokenBefore(String doing) {
        return new MemoryException(
                "could not %s: the disk reported an error before, so nothing more is written; check the disk, then start again (%s)"
                        .formatted(doing, file));
    }

    /** Whether the disk itself reported an error, after which nothing that it says of this file is to be relied upon. */
    static boolean ofTheDisk(SQLException cause) {
        return primary(cause) == SQLiteErrorCode.SQLITE_IOERR.code && !isFull(cause);
    }

    static boolean isFull(SQLException cause) {
        // On a full disk not even the file can be made by which readers and writers agree.
        return primary(cause) == SQLiteErrorCode.SQLITE_FULL.code
                || code(cause) == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code;
    }

    static boolean isBusy(SQLException cause) {
        return primary(cause) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private String reason(SQLException cause) {
        return switch (SQLiteErrorCode.getErrorCode(primary(cause))) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "the file was locked for more than %d ms; close the other program that uses it, or try again"
                        .formatted(patience.toMillis());
            case SQLITE_FULL -> FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "the file cannot be written; check its permissions and those of its folder";
            case SQLITE_CANTOPEN -> "the file cannot be opened; check its permissions and those of its folder";
            case SQLITE_NOTADB ->
                "this is not a database; nothing was changed; put back a backup, or move the file away to begin anew";
            case SQLITE_CORRUPT ->
                "the file is damaged; make a copy of it before anything else, then put back a backup";
            case SQLITE_IOERR ->
                isFull(cause)
                        ? FULL
                        : "the disk reported an error (%s); check the disk, then start again"
                                .formatted(cause.getMessage());
            default -> "%s".formatted(cause.getMessage());
        };
    }

    // The upper bits say more than is needed here.
    private static int primary(SQLException cause) {
        return code(cause) & 0xff;
    }

    private static int code(SQLException cause) {
        return cause instanceof SQLiteException known ? known.getResultCode().code : cause.getErrorCode();
    }
}
