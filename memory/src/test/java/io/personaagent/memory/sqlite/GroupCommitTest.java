package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.spi.MemoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is written while another write is under way goes to the disk together. */
@Timeout(60)
class GroupCommitTest {

    @TempDir
    private Path users;

    private Database database;
    private final Semaphore leaderMayGo = new Semaphore(0);

    @BeforeEach
    void open() throws SQLException {
        Databases.stores(users).open(ADA).close();
        database = new Database(new Connector(Databases.file(users), Databases.SHORT), new ReentrantLock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void writesThatWait_shareOneTransaction_andNoneIsSeenBeforeItsEnd() throws Exception {
        FutureTask<Long> leader = slowLeader();
        List<FutureTask<Long>> others = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            int number = i;
            others.add(waiting(() -> database.write("write", handle -> {
                insert(handle, number);
                assertThat(episodes(handle)).isEqualTo(number + 1);
                // Another connection sees the first transaction, and nothing of this one.
                return database.<Long>read("look", GroupCommitTest::episodes);
            })));
        }

        leaderMayGo.release();

        assertThat(leader.get()).isZero();
        for (FutureTask<Long> each : others) {
            assertThat(each.get()).isEqualTo(1);
        }
        assertThat(database.<Long>read("look", GroupCommitTest::episodes)).isEqualTo(6);
    }

    @Test
    void whatWaitsForTheDisk_makesAllOfItsTransactionWait() throws Exception {
        FutureTask<Long> leader = slowLeader();
        FutureTask<Long> derived = waiting(() -> database.writeInOrder("write", GroupCommitTest::synchronous));
        FutureTask<Long> acknowledged = waiting(() -> database.write("write", GroupCommitTest::synchronous));

        leaderMayGo.release();

        assertThat(leader.get()).isZero();
        assertThat(derived.get()).isEqualTo(2);
        assertThat(acknowledged.get()).isEqualTo(2);
    }

    @Test
    void aPieceThatFails_takesBackItsOwnChangesOnly() throws Exception {
        FutureTask<Long> leader = slowLeader();
        FutureTask<Long> first = waiting(() -> database.write("write", handle -> insert(handle, 1)));
        FutureTask<Long> wrong = waiting(() -> database.write("write", handle -> {
            insert(handle, 2);
            throw new IllegalStateException("half-way");
        }));
        FutureTask<Long> twice = waiting(() -> database.write("write", handle -> {
            insert(handle, 3);
            return insert(handle, 1);
        }));
        FutureTask<Long> last = waiting(() -> database.write("write", handle -> insert(handle, 4)));

        leaderMayGo.release();

        assertThat(leader.get()).isZero();
        assertThat(first.get()).isEqualTo(1);
        assertThatThrownBy(wrong::get).hasRootCauseMessage("half-way");
        assertThatThrownBy(twice::get)
                .hasCauseInstanceOf(MemoryException.class)
                .hasMessageContaining("could not write: [SQLITE_CONSTRAINT");
        assertThat(last.get()).isEqualTo(4);
        assertThat(positions()).containsExactly(0L, 1L, 4L);
    }

    @Test
    void aDiskThatFails_failsAllOfThem_andNothingIsWrittenAfterwards() throws Exception {
        FutureTask<Long> leader = slowLeader();
        FutureTask<Long> first = waiting(() -> database.write("write the first", handle -> insert(handle, 1)));
        FutureTask<Long> wrong = waiting(() -> database.write("write the second", handle -> {
            throw new SQLiteException("no light", SQLiteErrorCode.SQLITE_IOERR_WRITE);
        }));

        leaderMayGo.release();

        assertThat(leader.get()).isZero();
        assertThatThrownBy(first::get)
                .hasRootCauseMessage("no light")
                .hasMessageContaining("could not write the first: the disk reported an error (no light)");
        assertThatThrownBy(wrong::get)
                .hasMessageContaining("could not write the second: the disk reported an error (no light)");
        assertThatThrownBy(() -> database.write("write on", handle -> insert(handle, 2)))
                .hasMessageStartingWith("could not write on: the disk reported an error before");
        assertThat(positions()).containsExactly(0L);
    }

    @Test
    void whatSqliteUndoesWhole_failsAllOfThem_andTheNextIsWritten() throws Exception {
        FutureTask<Long> leader = slowLeader();
        FutureTask<Long> first = waiting(() -> database.write("write the first", handle -> insert(handle, 1)));
        FutureTask<Long> wrong = waiting(() -> database.write("write the second", handle -> {
            // As SQLite does by itself when the disk is full.
            handle.run("ROLLBACK");
            throw new SQLiteException("no room", SQLiteErrorCode.SQLITE_FULL);
        }));

        leaderMayGo.release();

        assertThat(leader.get()).isZero();
        assertThatThrownBy(first::get)
                .hasMessageContaining("could not write the first: the disk is full, nothing was changed;");
        assertThatThrownBy(wrong::get).hasMessageContaining("could not write the second: the disk is full");
        assertThat(database.<Long>write("write on", handle -> insert(handle, 2)))
                .isEqualTo(2);
        assertThat(positions()).containsExactly(0L, 2L);
    }

    @Test
    void aWriterThatIsInterrupted_waitsForItsAnswerAllTheSame() throws Exception {
        FutureTask<Long> leader = slowLeader();
        FutureTask<Boolean> other = new FutureTask<>(() -> {
            database.write("write", handle -> insert(handle, 1));
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = started(other);
        thread.interrupt();

        leaderMayGo.release();

        assertThat(leader.get()).isZero();
        assertThat(other.get()).isTrue();
        assertThat(positions()).containsExactly(0L, 1L);
    }

    @Test
    void whatWaitsWhileTheStoreIsClosed_isRefused() throws Exception {
        FutureTask<Long> leader = slowLeader();
        started(new FutureTask<>(() -> {
            database.close();
            return true;
        }));
        FutureTask<Long> late = waiting(() -> database.write("write", handle -> insert(handle, 1)));

        leaderMayGo.release();

        assertThat(leader.get()).isZero();
        assertThatThrownBy(late::get)
                .hasMessageContaining("the store is closed; open it again (%s)".formatted(Databases.file(users)));
    }

    @Test
    void aWriteWithinAWrite_isRefused_becauseItWouldWaitForItself() {
        assertThatThrownBy(
                        () -> database.write("write", handle -> database.write("do more", inner -> insert(inner, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("could not do more: a write within a write waits for itself");
        assertThat(positions()).isEmpty();
    }

    /** A write that is under way until it may go on. */
    private FutureTask<Long> slowLeader() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Long> leader = new FutureTask<>(() -> database.write("write", handle -> {
            begun.countDown();
            leaderMayGo.acquireUninterruptibly();
            return insert(handle, 0);
        }));
        new Thread(leader).start();
        begun.await();
        return leader;
    }

    private static FutureTask<Long> waiting(Callable<Long> write) {
        FutureTask<Long> task = new FutureTask<>(write);
        started(task);
        return task;
    }

    /** Returns once the thread waits for its turn. */
    private static Thread started(FutureTask<?> task) {
        Thread thread = new Thread(task);
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static long insert(Handle handle, long position) throws SQLException {
        new EpisodeRows(handle).insert(position, said("e" + position, "one"));
        return position;
    }

    private static long synchronous(Handle handle) throws SQLException {
        return handle.number("PRAGMA synchronous");
    }

    private static long episodes(Handle handle) throws SQLException {
        return handle.number("SELECT count(*) FROM episode");
    }

    private List<Long> positions() {
        return database.read(
                "look", handle -> handle.list("SELECT position FROM episode ORDER BY 1", row -> row.getLong(1)));
    }
}
