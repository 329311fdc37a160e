package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorRepairTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void rememberSomething() {
        home = TestHome.in(folder.resolve("home"));
        home.run("chat", "--once", "I moved to Oslo.");
        home.run("chat", "--once", "I have a cat.");
    }

    @Test
    void repair_movesWhatIsWhole_andKeepsTheDamagedFile() throws SQLException {
        damage();

        Ran found = home.run("doctor");
        Ran repaired = home.run("doctor", "--repair");

        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out()).contains("WRONG memory of me: episode '");
        assertThat(repaired.out())
                .containsPattern("ok    memory of me: repaired, 1 episodes are whole, 1 entries could not be read; "
                        + "the damaged file is kept as .*memory\\.db\\.damaged-\\d+\\.backup\n");
        assertThat(repaired.err()).contains("does not match its hash; it is left out");
        assertThat(home.run("doctor").out()).contains("ok    memory of me: 1 episodes, every hash right");
        assertThat(home.run("memory", "recall", "cat").out()).contains("I have a cat.");
        assertThat(home.run("memory", "recall", "Oslo").out()).doesNotContain("Oslo");
    }

    @Test
    void repair_whereNothingIsWrong_changesNothing() {
        Ran ran = home.run("doctor", "--repair");

        assertThat(ran.out()).contains("ok    memory of me: 2 episodes, every hash right");
    }

    private void damage() throws SQLException {
        Path file = folder.resolve("home").resolve("users").resolve("me").resolve("memory.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE episode SET body = replace(body, 'Oslo', 'Rome')");
        }
    }
}
