package io.personaagent.memory.sqlite;

import io.personaagent.memory.contract.TestEpisodes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Stores and raw connections for tests. */
final class Databases {

    static final Duration SHORT = Duration.ofMillis(100);

    private Databases() {}

    static SqliteStores stores(Path users) {
        return new SqliteStores(users, TestEpisodes.CLOCK, Schema.current(), SHORT);
    }

    static Path file(Path users) {
        return users.resolve("ada").resolve(SqliteStores.FILE);
    }

    static Handle raw(Path file) throws SQLException {
        return new Connector(file, SHORT).raw();
    }

    /** Changes a file as another program would. */
    static void script(Path file, String sql) throws SQLException {
        try (Handle handle = raw(file)) {
            handle.script(sql);
        }
    }
}
