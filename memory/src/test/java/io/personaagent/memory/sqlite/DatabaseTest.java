package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static io.personaagent.memory.contract.TestEpisodes.several;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.Threads;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.UserStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class DatabaseTest {

    @TempDir
    private Path users;

    private UserStore store;

    @BeforeEach
    void open() {
        store = Databases.stores(users).open(ADA);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void write_whenAnotherProcessHoldsTheLock_saysSo() throws SQLException {
        EpisodeLog log = store.episodes();
        try (Handle other = Databases.raw(Databases.file(users))) {
            other.script("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> log.append(said("e1", "one")))
                    .isInstanceOf(MemoryException.class)
                    .hasMessage("could not append to the log: the file was locked for more than 100 ms;"
                            + " close the other program that uses it, or try again (%s)"
                                    .formatted(Databases.file(users)));
        }

        assertThat(log.append(said("e1", "one")).added()).isTrue();
    }

    @Test
    void read_isNotHeldUpByAWriter() throws SQLException {
        store.episodes().append(said("e1", "one"));
        try (Handle other = Databases.raw(Databases.file(users))) {
            other.script("BEGIN IMMEDIATE; DELETE FROM episode");

            assertThat(store.episodes().count()).isEqualTo(1);
        }
    }

    @Test
    void write_isNotHeldUpByAReader_whoSeesOneState() throws SQLException {
        Connector connector = new Connector(Databases.file(users), Databases.SHORT);
        try (Database database = new Database(connector, new ReentrantLock())) {
            database.read("look", handle -> {
                assertThat(handle.number("SELECT count(*) FROM episode")).isZero();
                assertThat(store.episodes().append(said("e1", "one")).added()).isTrue();
                assertThat(handle.number("SELECT count(*) FROM episode")).isZero();
                return true;
            });
        }

        assertThat(store.episodes().count()).isEqualTo(1);
    }

    @Test
    void twoStores_onOneFile_loseNothing() throws Exception {
        try (UserStore first = new SqliteStores(users, CLOCK).open(ADA);
                UserStore second = new SqliteStores(users, CLOCK).open(ADA)) {
            List<EpisodeLog> logs = List.of(first.episodes(), second.episodes());
            Threads.run(
                    2,
                    i -> several("e" + i, 100).stream().map(logs.get(i)::append).toList());

            assertThat(store.episodes().count()).isEqualTo(200);
            assertThat(second.episodes().after(0, 1000))
                    .isEqualTo(store.episodes().after(0, 1000));
            assertThat(second.check()).isEmpty();
        }
    }

    @Test
    void aClosedStore_saysSo() {
        store.close();
        store.close();

        String expected = "the store is closed; open it again (%s)".formatted(Databases.file(users));
        assertThatThrownBy(() -> store.episodes().count()).hasMessage(expected);
        assertThatThrownBy(() -> store.episodes().append(said("e1", "one"))).hasMessage(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQLITE_FULL | the disk is full, nothing was changed; make room and try again",
                "SQLITE_READONLY_DIRECTORY | the file cannot be written; check its permissions and those of its folder",
                "SQLITE_CANTOPEN | the file cannot be opened; check its permissions and those of its folder",
                "SQLITE_CORRUPT_INDEX | the file is damaged; make a copy of it before anything else, then put back a backup",
                "SQLITE_IOERR_FSYNC | the disk reported an error (why); check the disk, then start again",
                "SQLITE_CONSTRAINT | why"
            })
    void failures_areNamed(SQLiteErrorCode code, String reason) {
        Path file = Path.of("memory.db");

        assertThat(new Failures(file, Databases.SHORT).of("write", new SQLiteException("why", code)))
                .hasMessage("could not write: %s (memory.db)", reason);
    }

    @Test
    void write_afterTheDiskReportedAnError_isRefusedUntilOpenedAgain() throws SQLException {
        Connector connector = new Connector(Databases.file(users), Databases.SHORT);
        try (Database database = new Database(connector, new ReentrantLock())) {
            assertThatThrownBy(() -> database.write("write", handle -> {
                        throw new SQLiteException("fsync failed", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
                    }))
                    .isInstanceOf(MemoryException.class);

            assertThatThrownBy(() -> database.write("append to the log", handle -> handle.run("DELETE FROM shelf")))
                    .hasMessage(
                            "could not append to the log: the disk reported an error before, so nothing more is written;"
                                    + " check the disk, then start again (%s)".formatted(Databases.file(users)));
            assertThat(database.<Long>read("read", handle -> handle.number("SELECT count(*) FROM shelf")))
                    .isZero();
        }
    }

    @Test
    void write_thatBreaksOff_changesNothing() throws SQLException {
        Connector connector = new Connector(Databases.file(users), Databases.SHORT);
        try (Database database = new Database(connector, new ReentrantLock())) {
            assertThatThrownBy(() -> database.write("write", handle -> {
                        new EpisodeRows(handle).insert(1, said("e1", "one"));
                        throw new IllegalStateException("half-way");
                    }))
                    .hasMessage("half-way");
        }

        assertThat(store.episodes().find(new EpisodeId("e1"))).isEmpty();
        assertThat(store.episodes().append(said("e1", "one")).added()).isTrue();
    }
}
