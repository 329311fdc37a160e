package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.full;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.Threads;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {

    private static final int VERSION = Schema.current().version();

    @TempDir
    private Path users;

    @Test
    void open_makesAFileThatOnlyItsOwnerMayRead() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this file system does not know owners");
        try (UserStore store = fill()) {
            Path file = Databases.file(users);

            assertThat(permissions(users.resolve("ada"))).isEqualTo("rwx------");
            for (String suffix : List.of("", "-wal", "-shm")) {
                assertThat(permissions(Path.of(file + suffix))).as(suffix).isEqualTo("rw-------");
            }
            assertThat(store.bytes()).isGreaterThan(Files.size(file));
        }
    }

    @Test
    void open_leavesNoMarkBehind() throws IOException {
        fill().close();

        assertThat(files()).containsOnlyKeys("memory.db");
    }

    @Test
    void open_aNewerFile_isRefusedAndLeftAsItIs() throws Exception {
        fill().close();
        Databases.script(Databases.file(users), "PRAGMA user_version = 7");

        assertRefused("could not open the store: the file has version 7, but this program knows versions up to "
                + VERSION + ";" + " nothing was changed; use the newer PersonaAgent, or choose another home (%s)");
    }

    @Test
    void open_aNewerFileWithALog_isRefusedAndLeftAsItIs() throws Exception {
        Path copy = users.resolveSibling(users.getFileName() + "-copy");
        try (UserStore store = fill()) {
            store.episodes().append(said("e9", "still in the log"));
            Databases.script(Databases.file(users), "PRAGMA user_version = 7");
            Files.createDirectories(copy.resolve("ada"));
            for (String suffix : List.of("", "-wal")) {
                Files.copy(Path.of(Databases.file(users) + suffix), Path.of(Databases.file(copy) + suffix));
            }
        }
        byte[] before = Files.readAllBytes(Databases.file(copy));
        byte[] log = Files.readAllBytes(Path.of(Databases.file(copy) + "-wal"));

        assertThatThrownBy(() -> Databases.stores(copy).open(ADA)).hasMessageContaining("the file has version 7");

        assertThat(Files.readAllBytes(Databases.file(copy))).isEqualTo(before);
        assertThat(Files.readAllBytes(Path.of(Databases.file(copy) + "-wal")))
                .isEqualTo(log)
                .isNotEmpty();
    }

    @Test
    void open_anotherProgramsDatabase_isRefusedAndLeftAsItIs() throws Exception {
        makeFolder();
        Databases.script(Databases.file(users), "CREATE TABLE bookmark (url TEXT); PRAGMA application_id = 42");

        assertRefused("could not open the store: this is a database of another program (application id 42 instead of"
                + " 1346463604); nothing was changed; move the file away, or choose another home (%s)");
    }

    @Test
    void open_whatIsNoDatabase_isRefusedAndLeftAsItIs() throws Exception {
        makeFolder();
        Files.writeString(Databases.file(users), "My dear diary. ".repeat(1000));

        assertRefused("could not open the store: this is not a database; nothing was changed;"
                + " put back a backup, or move the file away to begin anew (%s)");
    }

    @Test
    void open_anEmptyFile_isRefusedAndLeftAsItIs() throws Exception {
        makeFolder();
        Files.createFile(Databases.file(users));

        assertRefused("could not open the store: the file is empty, what it held is lost or was never written;"
                + " put back a backup, or move the file away to begin anew (%s)");
    }

    @Test
    void open_aLogWithoutItsDatabase_isRefusedAndLeftAsItIs() throws Exception {
        makeFolder();
        Files.writeString(Path.of(Databases.file(users) + "-wal"), "the latest entries");

        assertRefused(
                "could not open the store: the database is gone, but the log beside it (-wal) is there and may hold"
                        + " the latest entries; put the database back, or move the log away to begin anew (%s)");
    }

    @Test
    void open_goesOnWhereMakingTheFileWasCutShort() throws Exception {
        for (String reached : List.of("", "PRAGMA journal_mode = WAL")) {
            Path folder = Files.createDirectories(users.resolve("ada"));
            Files.createFile(folder.resolve(DatabaseFile.BEGUN));
            Files.createFile(Databases.file(users));
            Databases.script(Databases.file(users), reached);

            fill().close();

            assertThat(files()).containsOnlyKeys("memory.db");
            Files.delete(Databases.file(users));
        }
    }

    @Test
    void open_anUnusableFolder_isRefused() throws IOException {
        Files.writeString(users.resolve("ada"), "a file where the folder should be");

        assertThatThrownBy(() -> Databases.stores(users).open(ADA))
                .isInstanceOf(MemoryException.class)
                .hasMessageStartingWith("could not open the store: ")
                .hasMessageEndingWith("; check that the folder can be written (%s)".formatted(Databases.file(users)));
    }

    @Test
    void open_anOlderFile_isBroughtUpToDate_andACopyIsKept() throws Exception {
        List<LogEntry> before;
        try (UserStore store = fill()) {
            before = store.episodes().after(0, 10);
        }

        try (UserStore store = withSchema("ALTER TABLE episode ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
                .open(ADA)) {
            assertThat(store.episodes().after(0, 10)).isEqualTo(before).hasSize(2);
            assertThat(store.check()).isEmpty();
        }

        Path backup =
                users.resolve("ada").resolve("memory.db.version-%d-%d.backup".formatted(VERSION, NOON.toEpochMilli()));
        Path restored = Files.createDirectories(users.resolve("bob")).resolve(SqliteStores.FILE);
        Files.copy(backup, restored);
        try (UserStore store = Databases.stores(users).open(new UserId("bob"))) {
            assertThat(store.episodes().after(0, 10)).isEqualTo(before);
        }
        assertThatThrownBy(() -> Databases.stores(users).open(ADA))
                .hasMessageContaining("the file has version " + (VERSION + 1));
    }

    @Test
    void open_whenAStepFails_leavesTheFileAsItWas() throws Exception {
        fill().close();

        assertThatThrownBy(() -> withSchema("CREATE TABLE extra (x); INSERT INTO nowhere VALUES (1)")
                        .open(ADA))
                .isInstanceOf(MemoryException.class)
                .hasMessageContaining("no such table: nowhere");

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.episodes().count()).isEqualTo(2);
        }
    }

    @Test
    void open_byManyAtOnce_makesOneStore() throws Exception {
        Threads.run(8, i -> {
            try (UserStore store = new SqliteStores(users, CLOCK).open(ADA)) {
                return store.episodes().append(said("e" + i, "one"));
            }
        });

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.episodes().count()).isEqualTo(8);
        }
        assertThat(files()).containsOnlyKeys("memory.db");
    }

    @Test
    void users_areThoseWithAStore_ordered() throws IOException {
        UserId longest = new UserId("\uD840\uDC00".repeat(64));
        List<UserId> all = List.of(new UserId("Ada"), ADA, new UserId("zo\u00eb@home"), longest);
        SqliteStores stores = Databases.stores(users);
        all.forEach(user -> stores.open(user).close());
        Files.createDirectories(users.resolve("empty"));
        Files.createDirectories(users.resolve("Not Ours"));
        Files.createFile(users.resolve("Not Ours").resolve(SqliteStores.FILE));

        assertThat(stores.users())
                .containsExactlyElementsOf(all.stream().sorted().toList());
        assertThat(Databases.stores(users.resolve("nowhere")).users()).isEmpty();
    }

    private void assertRefused(String message) throws IOException {
        Map<String, Integer> before = files();

        assertThatThrownBy(() -> Databases.stores(users).open(ADA))
                .isInstanceOf(MemoryException.class)
                .hasMessage(message.formatted(Databases.file(users)));

        assertThat(files()).containsAllEntriesOf(before);
        assertThat(files().keySet()).isSubsetOf("memory.db", "memory.db-wal", "memory.db-shm");
    }

    private UserStore fill() {
        UserStore store = Databases.stores(users).open(ADA);
        store.episodes().appendAll(List.of(full("e1"), said("e2", "two")));
        return store;
    }

    /** Today's schema and one step more. */
    private SqliteStores withSchema(String nextStep) throws IOException {
        List<String> steps = new ArrayList<>();
        for (int version = 1; version <= VERSION; version++) {
            try (InputStream step = Schema.class.getResourceAsStream(version + ".sql")) {
                steps.add(new String(requireNonNull(step).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        steps.add(nextStep);
        return new SqliteStores(users, CLOCK, new Schema(steps), Databases.SHORT);
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(users.resolve("ada"));
    }

    private Map<String, Integer> files() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(users.resolve("ada"))) {
            for (Path file : all.toList()) {
                found.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
