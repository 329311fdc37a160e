package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What one caller wants written, and what came of it. One thread at a time has to do with it; {@link #wake} hands it over. */
final class Piece<T> {

    private final String doing;
    private final Database.Work<T> work;
    private final Lasting lasting;
    private final Semaphore turn = new Semaphore(0);
    private @Nullable T result;
    private @Nullable Throwable failure;

    /**
     * A piece that is still to be done.
     *
     * @param doing names it in a message, such as {@code append to the log}
     */
    Piece(String doing, Database.Work<T> work) {
        this(doing, work, Lasting.ON_THE_DISK);
    }

    Piece(String doing, Database.Work<T> work, Lasting lasting) {
        this.doing = doing;
        this.work = requireNonNull(work, "work");
        this.lasting = lasting;
    }

    String doing() {
        return doing;
    }

    Lasting lasting() {
        return lasting;
    }

    /** Does the work. What it throws is its caller's to see, and is thrown here only so that its changes are undone. */
    void doWith(Handle handle) throws SQLException {
        try {
            result = work.with(handle);
        } catch (SQLException | RuntimeException | Error failed) {
            failWith(failed);
            throw failed;
        }
    }

    /** It was not written, unless it had failed by itself already. */
    void failWith(Throwable failed) {
        if (failure == null) {
            failure = failed;
        }
    }

    boolean isEnded() {
        return result != null || failure != null;
    }

    /** What the work returned; or throws what went wrong. */
    T outcome(Failures failures) {
        if (failure instanceof SQLException sqlite) {
            throw failures.of(doing, sqlite);
        }
        if (failure instanceof RuntimeException own) {
            throw own;
        }
        if (failure instanceof Error own) {
            throw own;
        }
        return requireNonNull(result, "result");
    }

    /** An interruption does not shorten the wait, because what is being written cannot be called back. */
    void awaitTurn() {
        turn.acquireUninterruptibly();
    }

    void wake() {
        turn.release();
    }
}
