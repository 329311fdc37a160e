package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.full;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static io.personaagent.memory.contract.TestEpisodes.several;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Repaired;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {

    private static final Set<String> KEPT = Set.of("persona");
    private static final DerivedRecord STATEMENT =
            DerivedRecord.of(new RecordKey("statement", "1"), "likes tea", Set.of(new EpisodeId("e1")));
    private static final DerivedRecord TURN =
            DerivedRecord.of(new RecordKey("turn", "1"), "tea", Set.of(new EpisodeId("e1")));

    /** The pages before it are the roots of the tables: without one of them nothing of its table can be found. */
    private static final int FIRST_LEAF = 40;

    @TempDir
    private Path users;

    @Test
    void whatIsWhole_isMoved_andWhatCanBeDerivedIsNot() {
        List<LogEntry> before;
        try (UserStore store = filled()) {
            before = store.episodes().after(0, 100);
        }

        Repaired repaired = Databases.stores(users).repair(ADA, KEPT);

        assertThat(repaired).isEqualTo(new Repaired(2, 0, damagedFile()));
        assertThat(Files.exists(damagedFile())).isTrue();
        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.episodes().after(0, 100)).isEqualTo(before);
            assertThat(store.shelf("notes").get("n")).contains("call Bob");
            assertThat(store.records("persona").find(STATEMENT.key())).contains(STATEMENT);
            assertThat(store.records("persona").cursor()).isEqualTo(3);
            assertThat(store.records("backend").kinds()).isEmpty();
            assertThat(store.records("backend").cursor()).isZero();
            assertThat(store.check()).isEmpty();
            assertThat(store.episodes().append(said("e9", "new")).position())
                    .isGreaterThan(before.get(before.size() - 1).position());
        }
    }

    @Test
    void aFileOfAnEarlierVersion_keepsItsRecords() throws Exception {
        DerivedRecord vectored =
                DerivedRecord.of(new RecordKey("turn", "a"), "tea", Set.of()).with(Vector.of("m", new float[] {1, 0}));
        OldFiles.of(users, 4, vectored);

        Repaired repaired = Databases.stores(users).repair(ADA, Set.of("episodic"));

        assertThat(repaired.lost()).isZero();
        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.records("episodic").list("turn", "", 9)).containsExactly(vectored);
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void whatIsToBeForgotten_isForgottenAfterwards() throws Exception {
        filled().close();
        Databases.script(
                Databases.file(users),
                """
                INSERT INTO forgetting (begun, stage, everything, digest, removed) VALUES (0, 'BEGUN', 0, 'd', '{}');
                INSERT INTO doomed (forgetting, episode) VALUES (1, 'e1');
                INSERT INTO absorb_again (owner, episode) VALUES ('persona', 'full'), ('backend', 'full')""");

        Databases.stores(users).repair(ADA, KEPT);

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.episodes().find(new EpisodeId("e1"))).isEmpty();
            assertThat(store.records("persona").find(STATEMENT.key())).isEmpty();
            assertThat(store.records("persona").toAbsorbAgain(9)).containsExactly(new EpisodeId("full"));
            assertThat(store.records("backend").toAbsorbAgain(9)).isEmpty();
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void whatIsRotten_isLeftBehind() throws Exception {
        filled().close();
        Databases.script(
                Databases.file(users), "UPDATE episode SET body = replace(body, 'tea', 'gin') WHERE id = 'e1'");

        Repaired repaired = Databases.stores(users).repair(ADA, KEPT);

        assertThat(repaired.episodes()).isEqualTo(1);
        assertThat(repaired.lost()).isEqualTo(1);
        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.check()).isEmpty();
            assertThat(store.episodes().latest(5)).extracting(Episode::id).containsExactly(new EpisodeId("full"));
        }
    }

    /** Row R-06: of the rows that are whole, nearly all come over a page that is not. */
    @Test
    void aLostPage_costsWhatWasOnIt_andNothingElse() throws Exception {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            store.episodes().appendAll(several("e", 2_000));
        }
        long pages = Files.size(Databases.file(users)) / 4096;
        Random random = new Random(6);
        for (int hole = 0; hole < 3; hole++) {
            zero(FIRST_LEAF + random.nextInt((int) pages - FIRST_LEAF));
        }

        Repaired repaired = Databases.stores(users).repair(ADA, KEPT);

        assertThat(repaired.episodes()).isGreaterThan(1_900);
        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.check()).isEmpty();
            assertThat(store.episodes().count()).isEqualTo(repaired.episodes());
            assertThat(new HashSet<>(several("e", 2_000)))
                    .containsAll(store.episodes().latest(2_000));
        }
    }

    private void zero(long page) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(Databases.file(users).toFile(), "rw")) {
            file.seek(page * 4096);
            file.write(new byte[4096]);
        }
    }

    @Test
    void aRepairThatWasCutShort_isFinishedBeforeAnythingIsServed() throws Exception {
        filled().close();
        Path file = Databases.file(users);
        Files.copy(file, file.resolveSibling(Repair.READY));
        Files.writeString(file, "no database at all");

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.episodes().count()).isEqualTo(2);
        }

        assertThat(file.resolveSibling(Repair.READY)).doesNotExist();
        assertThat(damagedFile()).hasContent("no database at all");
    }

    @Test
    void aStoreInUse_isLeftAlone() throws Exception {
        filled().close();
        Path file = Databases.file(users);
        byte[] before = Files.readAllBytes(file);
        try (Handle other = Databases.raw(file)) {
            other.script("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> Databases.stores(users).repair(ADA, KEPT))
                    .isInstanceOf(MemoryException.class)
                    .hasMessage(
                            "could not repair the store: it is in use; close the other program that uses it (%s)",
                            file);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabase_isLeftAlone() throws Exception {
        filled().close();
        Path file = Databases.file(users);
        Files.writeString(file, "x".repeat(10_000));

        assertThatThrownBy(() -> Databases.stores(users).repair(ADA, KEPT))
                .isInstanceOf(MemoryException.class)
                .hasMessage(
                        "could not repair the store: this is not a database; nothing was changed; "
                                + "put back a backup, or move the file away to begin anew (%s)",
                        file);

        assertThat(file).hasContent("x".repeat(10_000));
        try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
            assertThat(files).hasSize(1);
        }
    }

    private Path damagedFile() {
        return Databases.file(users).resolveSibling("memory.db.damaged-%d.backup".formatted(NOON.toEpochMilli()));
    }

    private UserStore filled() {
        UserStore store = Databases.stores(users).open(ADA);
        store.episodes().append(said("e1", "I like tea."));
        store.episodes().append(full("full"));
        store.episodes().add(new EpisodeId("e1"), Feedback.corrected("coffee", NOON));
        store.shelf("notes").put("n", "call Bob");
        store.records("persona").applyIf(0, 3, Changes.put(STATEMENT));
        RecordStore backend = store.records("backend");
        backend.applyIf(0, 3, Changes.put(TURN));
        return store;
    }
}
