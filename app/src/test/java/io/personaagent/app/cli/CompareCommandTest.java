package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final String[] BOTH = {"memory", "compare", "--backend", "lexical", "--backend", "episodic-semantic"
    };

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = TestHome.in(folder.resolve("home"));
        Path file = Files.writeString(
                folder.resolve("said.jsonl"),
                """
                {"id": "e1", "text": "My dog is called Łatka.", "happened": "2026-11-20"}
                {"id": "e2", "text": "The ferry to the island leaves at six.", "happened": "2026-11-20"}
                {"id": "e3", "text": "What is my dog called?", "happened": "2026-11-20"}
                {"id": "e4", "text": "Our puppy sleeps all day.", "happened": "2026-11-20"}
                """);
        home.run("memory", "import", file.toString());
    }

    @Test
    void compare_tellsHowFarTheyAgree_andLeavesNothingBehind() {
        Ran ran = home.run(BOTH);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .startsWith("asked 4: 1 questions, 3 other turns; the best 10 of each", "")
                .anyMatch(line -> line.matches("lexical +\\d\\.\\d +\\d+\\.\\d +\\d+\\.\\d +4 +\\d+ was there"))
                .anyMatch(line ->
                        line.matches("episodic-semantic +\\d\\.\\d +\\d+\\.\\d +\\d+\\.\\d +8 +\\d+ +\\d+\\.\\d s"))
                .anyMatch(line -> line.matches(
                        "lexical and episodic-semantic: overlap@10 \\d\\.\\d+, rank correlation -?\\d\\.\\d+"));
        assertThat(ran.out()).contains("\n    lexical\n", "\n    episodic-semantic\n", "you said: \"Our puppy sleeps all day.\"");
        assertThat(home.run("memory", "compare", "--backend", "lexical", "--backend", "episodic-semantic", "--json")
                        .json()
                        .path("backends")
                        .get(1)
                        .has("builtInMs"))
                .isTrue();
    }

    @Test
    void compare_ofAFile_asJson_andKept() throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.txt"), "How is my dog called?\n\n");
        JsonNode node = home.run(
                        "memory",
                        "compare",
                        "--backend",
                        "lexical",
                        "--backend",
                        "episodic-semantic",
                        "--questions",
                        questions.toString(),
                        "--k",
                        "2",
                        "--keep",
                        "--json")
                .json();

        assertThat(node.path("asked").asInt()).isEqualTo(1);
        assertThat(node.path("k").asInt()).isEqualTo(2);
        assertThat(node.path("agreements").get(0).path("overlap").asDouble()).isBetween(0.0, 1.0);
        assertThat(node.path("backends").get(1).path("embedder").asText()).isEqualTo("bge-small-en-v1.5-q");
        assertThat(home.run("memory", "compare", "--backend", "lexical", "--backend", "episodic-semantic", "--json")
                        .json()
                        .path("backends")
                        .get(1)
                        .has("builtInMs"))
                .isFalse();
    }

    @Test
    void compare_withNothingToAsk_isRefused() {
        assertThat(home.run(
                        "memory", "compare", "--backend", "lexical", "--backend", "episodic-semantic", "--user", "bob"))
                .isEqualTo(new Ran(1, "", "personaagent: there is nothing to ask about; nothing is remembered yet\n"));
        assertThat(home.run(
                        "memory",
                        "compare",
                        "--backend",
                        "lexical",
                        "--backend",
                        "episodic-semantic",
                        "--questions",
                        "none.txt"))
                .isEqualTo(new Ran(1, "", "personaagent: there is no file 'none.txt'\n"));
    }
}
