package io.personaagent.memory.sqlite;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Forgotten.Stage;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.Removed;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets in one person's file. */
final class SqliteForgetting implements Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteForgetting.class);

    private static final String FORGETTING = "forget";
    private static final String SCRUBBING = "wipe what was forgotten";

    /** How many episodes are removed within one transaction: what it takes of the disk is bounded, and others can write in between. */
    private static final int BATCH = 100;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Database database;
    private final StoreFolder folder;
    private final Ballast ballast;
    private final Clock clock;

    SqliteForgetting(Database database, StoreFolder folder, Ballast ballast, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.ballast = ballast;
        this.clock = clock;
    }

    @Override
    public Forgotten begin(Set<EpisodeId> episodes) {
        Set<EpisodeId> fixed = new TreeSet<>(episodes);
        return write(handle -> new ForgettingRows(handle).begin(clock.instant(), fixed));
    }

    @Override
    public Forgotten beginAll() {
        return write(handle -> new ForgettingRows(handle).beginAll(clock.instant()));
    }

    @Override
    public Forgotten remove(long number, Progress progress) {
        if (read(rows -> rows.isOfEverything(number))) {
            return write(handle -> removeEverything(handle, number));
        }
        long all = read(rows -> rows.countDoomed(number));
        long left = all;
        while (left > 0) {
            write(handle -> removeBatch(handle, number));
            left = read(rows -> rows.countDoomed(number));
            progress.at(all - left, all);
        }
        return write(handle -> moved(handle, number, Stage.REMOVED));
    }

    private static Forgotten removeEverything(Handle handle, long number) throws SQLException {
        ForgettingRows rows = new ForgettingRows(handle);
        if (rows.find(number).stage() == Stage.BEGUN) {
            rows.add(number, new Removal(handle).ofEverything());
        }
        return moved(handle, number, Stage.REMOVED);
    }

    private static boolean removeBatch(Handle handle, long number) throws SQLException {
        ForgettingRows rows = new ForgettingRows(handle);
        Removal removal = new Removal(handle);
        Removed removed = Removed.NOTHING;
        for (EpisodeId episode : rows.doomed(number, BATCH)) {
            removed = removed.and(removal.of(episode));
            rows.isRemoved(episode);
        }
        rows.add(number, removed);
        return true;
    }

    private static Forgotten moved(Handle handle, long number, Stage stage) throws SQLException {
        ForgettingRows rows = new ForgettingRows(handle);
        rows.moveTo(number, stage);
        return rows.find(number);
    }

    @Override
    public boolean scrub() {
        folder.deleteCopies();
        if (unfinished().stream().anyMatch(this::isOfEverything)) {
            folder.deleteTheRest();
        }
        return database.alone(SCRUBBING, this::truncate);
    }

    private boolean isOfEverything(Forgotten forgotten) {
        return read(rows -> rows.isOfEverything(forgotten.number()));
    }

    @Override
    public boolean rewrite() {
        return scrub()
                && database.alone(SCRUBBING, handle -> {
                    try {
                        handle.script("VACUUM");
                    } catch (SQLException failed) {
                        if (Failures.isBusy(failed)) {
                            return false;
                        }
                        throw failed;
                    }
                    return truncate(handle);
                });
    }

    /** Brings all that stands in the log beside the database into it, and cuts the log to nothing. */
    private boolean truncate(Handle handle) throws SQLException {
        long busy = handle.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getLong(1))
                .orElse(1L);
        return busy == 0;
    }

    @Override
    public Forgotten finish(long number) {
        Forgotten done = write(handle -> moved(handle, number, Stage.DONE));
        database.forgetKept();
        ballast.make();
        return done;
    }

    @Override
    public List<Forgotten> all() {
        return read(ForgettingRows::all);
    }

    private List<Forgotten> unfinished() {
        return read(ForgettingRows::unfinished);
    }

    /**
     * Completes what was interrupted. What is to be removed is removed when this returns; where another process reads an older state for
     * longer than this waits, its bytes are wiped the next time.
     */
    void complete(Duration patience) {
        List<Forgotten> unfinished = unfinished();
        if (unfinished.isEmpty()) {
            return;
        }
        unfinished.forEach(forgotten -> remove(forgotten.number(), Progress.none()));
        long end = System.nanoTime() + patience.toNanos();
        boolean wiped = rewrite();
        while (!wiped && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            wiped = rewrite();
        }
        if (wiped) {
            unfinished.forEach(forgotten -> finish(forgotten.number()));
        } else {
            LOG.warn(
                    "what was forgotten cannot be read any more, but another process keeps its bytes on the disk; they are wiped when that"
                            + " process has ended and the store is opened again ({})",
                    database.file());
        }
    }

    private interface Reading<T> {
        T of(ForgettingRows rows) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        return database.read("read what was forgotten", handle -> reading.of(new ForgettingRows(handle)));
    }

    /** On a full disk, once more with the room that was kept for this. */
    private <T> T write(Database.Work<T> work) {
        try {
            return database.write(FORGETTING, work);
        } catch (MemoryException failed) {
            if (failed.getCause() instanceof SQLException cause && Failures.isFull(cause) && ballast.release()) {
                return database.write(FORGETTING, work);
            }
            throw failed;
        }
    }
}
