package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.UserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** There is no more room for the file. SQLite is told so, and answers as it does when the operating system says so. */
@Tag("fault")
class FullDiskTest {

    private static final String MUCH = "tea ".repeat(20_000);

    @TempDir
    private Path users;

    private Database database;
    private EpisodeLog log;
    private long pages;

    @BeforeEach
    void fill() throws SQLException {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            store.episodes().appendAll(TestEpisodes.several("e", 10));
        }
        database = new Database(new Connector(Databases.file(users), Databases.SHORT), new ReentrantLock());
        log = new SqliteEpisodeLog(database);
        pages = database.write("look", handle -> handle.number("PRAGMA max_page_count"));
        database.write(
                "fill the disk",
                handle -> handle.number("PRAGMA max_page_count = " + handle.number("PRAGMA page_count")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void writes_failAndSayWhy_andReadsGoOn() {
        EpisodeId first = new EpisodeId("e-0");

        assertFull("append to the log", () -> log.append(said("much", MUCH)));
        assertFull("append to the log", () -> log.add(first, Feedback.corrected(MUCH, NOON)));
        assertFull("write the records", () -> new SqliteRecordStore(database, "owner")
                .apply(Changes.put(DerivedRecord.of(new RecordKey("turn", "r"), MUCH, Set.of(first)))));
        assertFull("write the shelf", () -> new SqliteShelf(database, "owner").put("key", MUCH));

        assertThat(log.after(0, 100)).hasSize(10);
        assertThat(log.find(first)).contains(TestEpisodes.several("e", 1).get(0));
        assertThat(new Inspection(database).problems()).isEmpty();
    }

    @Test
    void whatIsRemoved_canBeRemovedOnAFullDisk() {
        assertFull("append to the log", () -> log.append(said("much", MUCH)));

        database.write("remove", handle -> handle.run("DELETE FROM episode WHERE id = 'e-3'"));

        assertThat(log.find(new EpisodeId("e-3"))).isEmpty();
        assertThat(log.count()).isEqualTo(9);
    }

    @Test
    void whatIsForgotten_isForgottenOnAFullDisk() {
        assertFull("append to the log", () -> log.append(said("much", MUCH)));
        SqliteForgetting forgetting = new SqliteForgetting(
                database,
                new StoreFolder(requireNonNull(Databases.file(users).getParent())),
                new Ballast(users.resolve("none"), 0),
                Clock.systemUTC());

        long number = forgetting.begin(Set.of(new EpisodeId("e-3"))).number();
        forgetting.remove(number, Progress.none());

        assertThat(forgetting.rewrite()).isTrue();
        assertThat(forgetting.finish(number).stage()).isEqualTo(Forgotten.Stage.DONE);
        assertThat(log.find(new EpisodeId("e-3"))).isEmpty();
        assertThat(log.count()).isEqualTo(9);
        assertThat(new Inspection(database).problems()).isEmpty();
    }

    @Test
    void forgetting_withoutRoomToNoteIt_takesTheRoomThatWasKeptAndSaysWhenThatIsNotEnough() throws IOException {
        Path ballast = users.resolve("ballast");
        Files.write(ballast, new byte[10]);
        SqliteForgetting forgetting = new SqliteForgetting(
                database,
                new StoreFolder(requireNonNull(Databases.file(users).getParent())),
                new Ballast(ballast, 10),
                Clock.systemUTC());
        Set<EpisodeId> many = IntStream.range(0, 10_000)
                .mapToObj(number -> new EpisodeId("e-" + number))
                .collect(Collectors.toSet());

        assertFull("forget", () -> forgetting.begin(many));

        assertThat(ballast).doesNotExist();
        assertThat(forgetting.all()).isEmpty();
        assertThat(log.count()).isEqualTo(10);
    }

    @Test
    void aFileThatCannotBeOpenedForWantOfRoom_isSaidToBeSo() {
        SQLException noRoom = new SQLiteException("no room", SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

        assertThat(Failures.isFull(noRoom)).isTrue();
        assertThat(Failures.ofTheDisk(noRoom)).isFalse();
        assertThat(new Failures(Path.of("memory.db"), Databases.SHORT).of("open the store", noRoom))
                .hasMessage(
                        "could not open the store: the disk is full, nothing was changed; make room and try again (memory.db)");
    }

    @Test
    void writing_goesOnAsSoonAsThereIsRoomAgain() {
        assertFull("append to the log", () -> log.append(said("much", MUCH)));
        database.write("make room", handle -> handle.number("PRAGMA max_page_count = " + pages));

        assertThat(log.append(said("much", MUCH)).added()).isTrue();
        assertThat(log.count()).isEqualTo(11);
        assertThat(new Inspection(database).problems()).isEmpty();
    }

    private void assertFull(String doing, ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOf(MemoryException.class)
                .hasMessage(
                        "could not %s: the disk is full, nothing was changed; make room and try again (%s)",
                        doing, Databases.file(users));
    }
}
