package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.Threads;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class OpenFilesTest {

    private static final int MOST = 4;

    @TempDir
    private Path users;

    @Test
    void ofManyPeople_onlyAFewFilesAreOpen_andAllOfThemCanBeUsed() throws IOException {
        SqliteStores stores = stores();
        List<UserStore> open =
                IntStream.range(0, 100).mapToObj(i -> stores.open(user(i))).toList();

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100; i++) {
                open.get(i).episodes().append(said("e" + round, "number " + i));
                assertThat(openFiles()).isLessThanOrEqualTo(MOST);
            }
        }

        for (int i = 0; i < 100; i++) {
            assertThat(open.get(i).episodes().after(0, 5))
                    .extracting(entry -> entry.episode())
                    .containsExactly(said("e0", "number " + i), said("e1", "number " + i));
        }
        open.forEach(UserStore::close);
        assertThat(openFiles()).isZero();
    }

    @Test
    void manyThreads_onMorePeopleThanFilesMayBeOpen_loseNothing() throws Exception {
        SqliteStores stores = stores();
        List<UserStore> open =
                IntStream.range(0, 20).mapToObj(i -> stores.open(user(i))).toList();

        Threads.run(8, thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < 100; i++) {
                UserStore store = open.get(random.nextInt(open.size()));
                assertThat(store.episodes()
                                .append(said("t%d-%d".formatted(thread, i), "tea"))
                                .added())
                        .isTrue();
                assertThat(store.episodes().count()).isPositive();
            }
            return true;
        });

        assertThat(open.stream().mapToLong(store -> store.episodes().count()).sum())
                .isEqualTo(800);
        open.forEach(UserStore::close);
    }

    @Test
    void aFileInUse_staysOpen_howeverManyComeAfter() {
        SqliteStores stores = stores();
        stores.open(ADA).close();
        OpenFiles openFiles = new OpenFiles(1);
        try (Database inUse = database(ADA, openFiles)) {
            inUse.read("look", handle -> {
                for (int i = 0; i < 5; i++) {
                    stores.open(user(i)).close();
                    try (Database other = database(user(i), openFiles)) {
                        other.wake();
                        assertThat(other.rest()).isTrue();
                    }
                }
                assertThat(inUse.rest()).isFalse();
                return handle.number("SELECT count(*) FROM episode");
            });

            assertThat(inUse.rest()).isTrue();
        }
    }

    @Test
    void aFileWhoseDiskFailed_isNotTrustedAgainByClosingItMeanwhile() {
        stores().open(ADA).close();
        try (Database database = database(ADA, new OpenFiles(1))) {
            assertThatThrownBy(() -> database.write("write", handle -> {
                        throw new SQLiteException("no light", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
                    }))
                    .hasMessageContaining("the disk reported an error (no light)");

            assertThat(database.rest()).isFalse();
            assertThatThrownBy(() -> database.write("write", handle -> 1))
                    .hasMessageContaining("the disk reported an error before, so nothing more is written");
        }
    }

    @Test
    void aFileThatWasDamagedWhileItRested_isRefused() throws IOException {
        SqliteStores stores = new SqliteStores(users, CLOCK, Schema.current(), Databases.SHORT, new OpenFiles(1));
        try (UserStore ada = stores.open(ADA);
                UserStore bob = stores.open(user(1))) {
            assertThat(bob.episodes().count()).isZero();
            Files.write(Databases.file(users), new byte[0]);

            assertThatThrownBy(() -> ada.episodes().append(said("e1", "one")))
                    .hasMessageStartingWith("could not open the store: the file is empty, what it held is lost");
            assertThat(Files.size(Databases.file(users))).isZero();
        }
    }

    private SqliteStores stores() {
        return new SqliteStores(users, CLOCK, Schema.current(), Duration.ofSeconds(5), new OpenFiles(MOST));
    }

    private Database database(UserId user, OpenFiles openFiles) {
        Path file = users.resolve(user.value()).resolve(SqliteStores.FILE);
        return new Database(file, openFiles, new KeptRoom(1 << 20), () -> connections(file));
    }

    private static Connections connections(Path file) {
        try {
            return new Connections(new Connector(file, Databases.SHORT), new ReentrantLock());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static UserId user(int i) {
        return new UserId("user" + i);
    }

    /** SQLite keeps a log beside each file that is open, and takes it away with the last connection. */
    private long openFiles() throws IOException {
        try (Stream<Path> all = Files.walk(users)) {
            return all.filter(file -> file.getFileName().toString().endsWith("-wal"))
                    .count();
        }
    }
}
