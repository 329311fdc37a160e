package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A memory backend written outside of this repository, word for word from the guide of the memory module. */
class BackendIT {

    @TempDir
    Path folder;

    private final Guide guide = Guide.section(Guide.MEMORY, "Write a memory backend in three files");

    @Test
    void guide_passesTheContractThatItInherits() {
        TestExecutionSummary tests = guide.in(folder.resolve("fading")).test();

        assertThat(tests.getFailures())
                .extracting(failure -> failure.getException().toString())
                .isEmpty();
        assertThat(tests.getTestsSucceededCount()).isGreaterThan(15);
    }

    @Test
    void backend_isInstalledChosenAndAnswersFromTheLogThatWasThereBefore() {
        Program program = new Program(folder.resolve("home"));
        Path lines = program.file(
                "lines.jsonl",
                List.of(
                        "{\"id\": \"old\", \"happened\": \"2026-01-05T10:00:00Z\", \"text\": \"My sister lives in Kyoto.\"}",
                        "{\"id\": \"new\", \"happened\": \"2026-06-05T10:00:00Z\", \"text\": \"My sister lives in Oslo.\"}"));
        program.run("memory", "import", lines.toString()).exited(0);
        program.run(
                        "plugins",
                        "install",
                        guide.in(folder.resolve("fading")).jar().toString())
                .exited(0);
        program.configured("[memory]", "backend = \"fading\"", "", "[memory.fading]", "half_life_days = 60");

        JsonNode found = program.run("memory", "recall", "where my sister lives", "--json")
                .exited(0)
                .json();
        JsonNode reply = program.run("chat", "--json", "--once", "Where does my sister live?")
                .exited(0)
                .json();

        assertThat(found)
                .extracting(each -> each.path("text").asText())
                .containsExactly("My sister lives in Oslo.", "My sister lives in Kyoto.");
        assertThat(found.get(0).path("parts").path("fresh").path("value").asDouble())
                .isGreaterThan(
                        found.get(1).path("parts").path("fresh").path("value").asDouble());
        assertThat(reply.path("reply").asText())
                .contains("\"My sister lives in Oslo.\"")
                .contains("5 June 2026");
        assertThat(program.run("memory", "stats", "--json")
                        .exited(0)
                        .json()
                        .path("backend")
                        .asText())
                .isEqualTo("fading");
    }

    @Test
    void backend_thatIsNotThere_isNamedWithASuggestion() {
        Program program = new Program(folder.resolve("home")).configured("memory.backend = \"lexcal\"");

        Program.Result recalled = program.run("memory", "recall", "anything").exited(1);
        Program.Result said = program.run("chat", "--once", "Hello").exited(1);

        assertThat(recalled.err().strip())
                .isEqualTo("personaagent: settings: memory.backend is 'lexcal'; did you mean 'lexical'?");
        assertThat(said.err()).isEqualTo(recalled.err());
        assertThat(said.out()).isEmpty();
    }
}
