package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout, in a checkout that has been built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherIT {

    @TempDir
    Path folder;

    @Test
    void launcher_withoutArguments_startsAChat() throws IOException {
        Path launcher = Files.copy(Path.of("..", "personaagent"), folder.resolve("personaagent"));
        Path target = Files.createDirectories(folder.resolve("app/target"));
        Path link = Files.createSymbolicLink(target.resolve("personaagent.jar"), Program.JAR);
        Program program = new Program(folder.resolve("home"), List.of("bash", launcher.toString()));

        Program.Result chat = program.typing("I live in Oslo.", "Where do I live?", "/quit", "never read")
                .run()
                .exited(0);
        Files.delete(link);

        assertThat(chat.out()).contains("I'll remember that.").contains("\"I live in Oslo.\"");
        assertThat(chat.err()).doesNotContain("Building");
    }
}
