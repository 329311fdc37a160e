package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionIT {

    @TempDir
    Path folder;

    @Test
    void version_isAnsweredWithoutAHome() {
        Program program = new Program(folder.resolve("home"));
        List<Long> took = new ArrayList<>();
        for (int run = 0; run < 5; run++) {
            long began = System.nanoTime();
            Program.Result result = program.run("--version").exited(0);
            took.add((System.nanoTime() - began) / 1_000_000);

            assertThat(result.out())
                    .matches(
                            "personaagent \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(plugin SPI \\d+\\.\\d+\\.\\d+, Java \\d+\\)\\R");
            assertThat(result.err()).isEmpty();
        }
        System.out.printf("--version took %s ms%n", took);

        assertThat(Files.exists(program.home())).isFalse();
    }

    @Test
    void once_onAFreshHome_answers() {
        Program program = new Program(folder.resolve("home"));
        long began = System.nanoTime();

        Program.Result result =
                program.run("chat", "--once", "What is my sister's name?").exited(0);

        System.out.printf("a cold chat --once took %d ms%n", (System.nanoTime() - began) / 1_000_000);
        assertThat(result.out().strip()).isEqualTo("I don't know that yet. Tell me, and I will remember it.");
        assertThat(result.err()).isEmpty();
    }
}
