package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed in the middle of an import, and the import is run again. */
class KillIT {

    private static final int LINES = 2_000;

    @TempDir
    Path folder;

    @Test
    void import_killedAndRunAgain_hasEveryLineOnce() throws Exception {
        // Words alone are enough here; computing two thousand embeddings twice would only take longer.
        Program program = new Program(folder.resolve("home")).configured("memory.backend = \"lexical\"");
        Path file = program.file(
                "lines.jsonl", IntStream.range(0, LINES).mapToObj(KillIT::line).toList());

        Program.Run killed = program.start("memory", "import", file.toString());
        awaitTheFirstProgress(killed);
        killed.process().destroyForcibly().waitFor();
        int before = stats(program);

        assertThat(killed.process().exitValue())
                .as("killed, and not ended by itself")
                .isNotZero();
        assertThat(before).isGreaterThanOrEqualTo(64).isLessThan(LINES);

        JsonNode again = program.run("memory", "import", file.toString(), "--json")
                .exited(0)
                .json();

        assertThat(again.path("present").asInt()).isEqualTo(before);
        assertThat(again.path("added").asInt()).isEqualTo(LINES - before);
        assertThat(stats(program)).isEqualTo(LINES);
        assertThat(program.run("doctor").exited(0).out()).contains("2,000 episodes, every hash right");
        assertThat(program.run("memory", "recall", "cup of tea number 1999", "--limit", "1")
                        .exited(0)
                        .out())
                .contains("Cup of tea number 1999.");
    }

    /** The first line of progress says that some were written. */
    private static void awaitTheFirstProgress(Program.Run run) throws IOException, InterruptedException {
        while (Files.size(run.err()) == 0 && Files.size(run.out()) == 0) {
            assertThat(run.process().waitFor(5, TimeUnit.MILLISECONDS))
                    .as("the import ended before it could be killed: %s", run.result(0))
                    .isFalse();
        }
    }

    private static int stats(Program program) {
        return program.run("memory", "stats", "--json")
                .exited(0)
                .json()
                .path("episodes")
                .asInt();
    }

    private static String line(int number) {
        return "{\"id\": \"line-%d\", \"happened\": \"2026-05-01T10:00:00Z\", \"text\": \"Cup of tea number %d.\"}"
                .formatted(number, number);
    }
}
