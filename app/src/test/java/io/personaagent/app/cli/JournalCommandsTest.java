package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCommandsTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @Test
    void journal_ofNothing_saysSo() {
        assertThat(home.run("journal", "list")).isEqualTo(new Ran(0, "", ""));
        assertThat(home.run("journal", "show"))
                .isEqualTo(new Ran(1, "", "personaagent: there is no journal of a turn yet\n"));
        assertThat(home.run("journal", "replay", "e1").err())
                .isEqualTo(
                        "personaagent: there is no journal of 'e1'; it was not a turn, is older than what is kept, or saw what was forgotten since\n");
    }

    @Test
    void journal_showsATurnStepByStep_andGoesThroughItAgain() {
        home.run("chat", "--once", "My cat is called Momo.");
        JsonNode answered =
                home.run("chat", "--json", "--once", "What is my cat called?").json();
        String turn = answered.path("episode").asText();

        assertThat(home.run("journal", "list", "--json").json()).hasSize(2);
        assertThat(home.run("journal", "list").out()).contains(turn).contains("  reflex, 1 step, ");
        assertThat(home.run("journal", "show", turn).out())
                .contains("  persona: version 1; memories: 1; conversation: 0\n")
                .contains("  1  answer \"You told me today at 12:00: \"My cat is called Momo.\"\"  (");
        assertThat(home.run("journal", "show", "--json").json().path("steps")).hasSize(1);
        assertThat(home.run("journal", "replay")).isEqualTo(new Ran(0, "The same in its one step.\n", ""));
        assertThat(home.run("journal", "replay", turn, "--live").exit()).isZero();
        assertThat(home.run("journal", "replay", "--live", "--json")
                        .json()
                        .path("same")
                        .asBoolean())
                .isTrue();
    }
}
