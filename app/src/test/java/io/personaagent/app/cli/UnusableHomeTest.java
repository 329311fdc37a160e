package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableHomeTest {

    @TempDir
    Path folder;

    @Test
    void config_anUnknownSetting_getsASuggestion() {
        TestHome home = TestHome.in(folder).config("[memory]\nbakend = \"lexical\"\n[turn]\nmax_steps = 0\n");

        assertThat(home.run("memory", "list"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "personaagent: %s: turn.max_steps is '0'; expected a whole number, at least 1; unknown setting 'memory.bakend'; did you mean 'memory.backend'?\n"
                                .formatted(folder.resolve("config.toml"))));
    }

    @Test
    void config_anUnknownBackend_getsASuggestion() {
        TestHome home = TestHome.in(folder).config("[memory]\nbackend = \"lexicl\"\n");

        assertThat(home.run("memory", "list").err())
                .isEqualTo("personaagent: settings: memory.backend is 'lexicl'; did you mean 'lexical'?\n");
    }

    @Test
    void config_thatIsNotToml_saysWhere() {
        Ran ran = TestHome.in(folder).config("user = \"ada\"\nplanner reflex\n").run("persona", "show");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("personaagent: %s: line 2 is not TOML: ".formatted(folder.resolve("config.toml")));
    }

    @Test
    void home_thatIsAFile_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        TestHome home = TestHome.in(folder.resolve("home"));

        for (Path unusable : new Path[] {file, file.resolve("below")}) {
            Ran ran = home.run("--home", unusable.toString(), "memory", "list");

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .matches(
                            "personaagent: home %s cannot be written to \\(.+\\): choose another with --home DIR or the environment variable PERSONAAGENT_HOME\n"
                                    .formatted(unusable));
        }
        assertThat(file).hasContent("mine");
    }

    @Test
    void home_fromANewerVersion_isRefusedByEveryCommand_andReportedByTheDoctor() throws SQLException {
        TestHome home = TestHome.in(folder);
        home.run("memory", "list");
        Path database = folder.resolve("users").resolve("me").resolve("memory.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }

        Ran ran = home.run("memory", "list");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("has version 99", "nothing was changed; use the newer PersonaAgent, or choose another home");
        assertThat(home.run("chat", "--once", "hi").err()).isEqualTo(ran.err());
        Ran doctor = home.run("doctor");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("WRONG memory of me: ", "has version 99", "WRONG tools: they need the store of me");
    }

    @Test
    void environment_namesTheHome() {
        TestHome home = TestHome.in(folder.resolve("home"));

        home.run("memory", "list");

        assertThat(folder.resolve("home").resolve("users")).isDirectory();
    }
}
