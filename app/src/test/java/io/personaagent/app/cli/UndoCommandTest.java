package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoCommandTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @Test
    void undo_saysWhenThereIsNothing() {
        assertThat(home.run("undo")).isEqualTo(new Ran(0, "There is nothing that can be taken back.\n", ""));
        assertThat(home.run("undo", "e1"))
                .isEqualTo(new Ran(0, "In turn 'e1' nothing was changed that is still known.\n", ""));
        assertThat(home.run("undo", "--list"))
                .isEqualTo(new Ran(0, "", "No tool has changed anything for you that is still known.\n"));
        assertThat(home.run("undo", "--list", "--json").json()).isEmpty();
    }

    @Test
    void pluginsResume_liftsASuspension() throws IOException {
        home.run("tools", "list");
        Files.writeString(home.folder().resolve("suspended.txt"), "mail\tsend\n");

        assertThat(home.run("tools", "list").err())
                .isEqualTo(
                        "mail: is suspended: 3 of its calls in a row did not end, 'send' the last; 'personaagent plugins resume mail' lets it work again\n");
        assertThat(home.run("plugins", "resume", "mail")).isEqualTo(new Ran(0, "", "'mail' works again.\n"));
        assertThat(home.run("tools", "list").err()).isEmpty();
        assertThat(home.run("plugins", "resume", "mail"))
                .isEqualTo(new Ran(1, "", "personaagent: 'mail' is not suspended; see: personaagent tools list\n"));
    }
}
