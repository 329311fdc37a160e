package io.personaagent.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandleTest {

    @TempDir
    private Path folder;

    @Test
    void run_afterItFailedOnAFullDisk_canBeRunAgain() throws SQLException {
        try (Handle handle = Databases.raw(folder.resolve("a.db"))) {
            handle.script("CREATE TABLE t (text TEXT)");
            handle.script("PRAGMA max_page_count = 3");
            String insert = "INSERT INTO t VALUES (?)";
            assertThatThrownBy(() -> handle.run(insert, "x".repeat(50_000))).hasMessageContaining("full");

            handle.script("PRAGMA max_page_count = 1000");
            handle.run(insert, "x".repeat(50_000));

            assertThat(handle.number("SELECT count(*) FROM t")).isEqualTo(1);
        }
    }
}
