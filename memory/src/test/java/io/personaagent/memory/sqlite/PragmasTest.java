package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.spi.MemoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PragmasTest {

    private static final Map<String, String> DURABLE = Map.of(
            "journal_mode", "wal",
            "synchronous", "2",
            "secure_delete", "1",
            "foreign_keys", "1",
            "mmap_size", "0",
            "trusted_schema", "0");

    @TempDir
    private Path users;

    @Test
    void everyConnection_isDurable() throws SQLException {
        Databases.stores(users).open(ADA).close();
        try (Database database =
                new Database(new Connector(Databases.file(users), Duration.ofSeconds(5)), new ReentrantLock())) {
            List<Map<String, String>> found = new ArrayList<>();
            found.add(database.write("look", PragmasTest::settings));
            // Each read within the other has a connection of its own.
            database.read(
                    "look",
                    one -> database.read(
                            "look",
                            two -> database.read(
                                    "look",
                                    three -> found.add(settings(one))
                                            && found.add(settings(two))
                                            && found.add(settings(three)))));

            assertThat(found)
                    .extracting(settings -> settings.remove("busy_timeout"))
                    .containsExactly("50", "5000", "5000", "5000");
            assertThat(found).hasSize(4).allSatisfy(settings -> assertThat(settings)
                    .isEqualTo(DURABLE));
        }
    }

    @Test
    void onlyWhatIsWrittenInOrder_doesNotWaitForTheDisk() throws SQLException {
        Databases.stores(users).open(ADA).close();
        try (Database database =
                new Database(new Connector(Databases.file(users), Databases.SHORT), new ReentrantLock())) {
            Database.Work<String> look = handle -> pragma(handle, "synchronous");

            assertThat(database.writeInOrder("look", look)).isEqualTo("1");
            assertThat(database.writeInOrder("look", look)).isEqualTo("1");
            assertThat(database.write("look", look)).isEqualTo("2");
            assertThat(database.writeInOrder("look", look)).isEqualTo("1");
            assertThat(database.alone("look", look)).isEqualTo("2");
        }
    }

    @Test
    void aReader_cannotWrite() throws SQLException {
        Databases.stores(users).open(ADA).close();
        try (Database database =
                new Database(new Connector(Databases.file(users), Databases.SHORT), new ReentrantLock())) {
            assertThatThrownBy(() -> database.read("look", handle -> handle.run("DELETE FROM episode")))
                    .isInstanceOf(MemoryException.class)
                    .hasMessage(
                            "could not look: the file cannot be written; check its permissions and those of its folder (%s)",
                            Databases.file(users));
        }
    }

    @Test
    void fullText_wipesWhatIsDeleted() throws SQLException {
        try (Handle handle = Databases.raw(users.resolve("x.db"))) {
            new TermTable(handle, 1).create();

            assertThat(handle.number("SELECT v FROM terms_1_config WHERE k = 'secure-delete'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.2", "3.51", "3.9.99", "2.99.99"})
    void anOlderSqlite_isRefused(String version) {
        assertThatThrownBy(() -> Pragmas.refuseOldSqlite(version))
                .isInstanceOf(MemoryException.class)
                .hasMessage(
                        "SQLite %s is too old, it can lose writes; PersonaAgent needs 3.51.3 or newer (library sqlite-jdbc)"
                                .formatted(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.54.1", "4.0"})
    void aNewerSqlite_isAccepted(String version) {
        assertThatCode(() -> Pragmas.refuseOldSqlite(version)).doesNotThrowAnyException();
    }

    @Test
    void aSettingThatIsNotTaken_isRefused() throws SQLException {
        try (Handle handle = Databases.raw(users.resolve("x.db"))) {
            assertThatThrownBy(() -> Pragmas.forWriting(handle, Databases.SHORT))
                    .isInstanceOf(MemoryException.class)
                    .hasMessage(
                            "SQLite did not take the setting journal_mode: it is delete, but must be wal for writes to be safe");
        }
    }

    private static Map<String, String> settings(Handle handle) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        for (String name : DURABLE.keySet()) {
            settings.put(name, pragma(handle, name));
        }
        settings.put("busy_timeout", pragma(handle, "busy_timeout"));
        return settings;
    }

    private static String pragma(Handle handle, String name) throws SQLException {
        return handle.first("PRAGMA " + name, row -> row.getString(1)).orElse("");
    }
}
