package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.Memory;
import io.personaagent.memory.Rebuild;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildCommandTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = TestHome.in(folder.resolve("home"));
        String lines = IntStream.range(0, 40)
                .mapToObj(
                        "{\"id\": \"e%1$d\", \"text\": \"Cup number %1$d holds tea.\", \"happened\": \"2026-11-20\"}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        home.run(
                "memory",
                "import",
                Files.writeString(folder.resolve("cups.jsonl"), lines).toString());
    }

    @Test
    void rebuild_putsANewViewInThePlaceOfTheOld() {
        Ran ran = home.run("memory", "rebuild");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualTo("lexical: view 2 serves, 40 records of 40 episodes\n");
        assertThat(ran.err()).isEqualTo("80 %\n100 %\n");
        assertThat(home.run("memory", "recall", "cup", "number", "7", "--limit", "1")
                        .out())
                .contains("Cup number 7 holds tea.");
        assertThat(home.run("memory", "stats", "--json").json().path("view").asInt())
                .isEqualTo(2);
        assertThat(home.run("doctor").exit()).isZero();
    }

    @Test
    void rebuild_ofAnotherBackend_saysWhichOneAnswers() {
        Ran ran = home.configured("memory.embedder = \"bge-small-en\"\n")
                .run("memory", "rebuild", "--backend", "episodic-semantic");

        assertThat(ran.out())
                .isEqualTo(
                        "episodic-semantic: view 2 serves, 80 records of 40 episodes, vectors of bge-small-en-v1.5-q\n");
        assertThat(ran.err())
                .endsWith(
                        "The backend that answers is still 'lexical'; to change that, write memory.backend = \"episodic-semantic\" into %s\n"
                                .formatted(home.folder().resolve("config.toml")));
        assertThat(home.run("memory", "stats").out()).contains("backend    lexical\n");
    }

    @Test
    void rebuild_asJson() {
        JsonNode node = home.run("memory", "rebuild", "--json").json();

        assertThat(node.path("backend").asText()).isEqualTo("lexical");
        assertThat(node.path("configured").asText()).isEqualTo("lexical");
        assertThat(node.path("view").asInt()).isEqualTo(2);
        assertThat(node.path("embedder").asText()).isEmpty();
        assertThat(node.path("from").asInt()).isZero();
        assertThat(node.path("absorbed").asInt()).isEqualTo(40);
    }

    @Test
    void rebuild_goesOnWithWhatWasBegun_unlessItIsToldToRestart() {
        cutShort();
        assertThat(home.run("memory", "stats", "--json").json().path("built").asInt())
                .isEqualTo(32);
        assertThat(home.run("doctor").out())
                .contains(
                        "memory of me: no vectors; view 2 is 80 % built: 'personaagent memory rebuild' goes on with it");

        assertThat(home.run("memory", "rebuild").err())
                .startsWith("Going on with what was begun: 32 of 40 entries of the log.\n");

        cutShort();
        assertThat(home.run("memory", "rebuild", "--restart").out())
                .isEqualTo("lexical: view 4 serves, 40 records of 40 episodes\n");
    }

    @Test
    void rebuild_ofWhatThereIsNot_isRefused() {
        assertThat(home.run("memory", "rebuild", "--backend", "lexcal"))
                .isEqualTo(new Ran(1, "", "personaagent: settings: --backend is 'lexcal'; did you mean 'lexical'?\n"));
        assertThat(home.configured("memory.embedder = \"bge\"\n").run("memory", "rebuild"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "personaagent: settings: memory.embedder is 'bge'; expected one of bge-small-en, bge-small-zh, e5-small, openai, ollama\n"));
    }

    private void cutShort() {
        try (Household household = home.open();
                Memory memory = household.memory(new UserId("me"), "lexical")) {
            Rebuild rebuild = memory.rebuild();
            rebuild.run(Rebuild.Manner.GO_ON, (done, all) -> rebuild.stop());
        }
    }
}
