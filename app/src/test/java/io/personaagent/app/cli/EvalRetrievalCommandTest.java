package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalRetrievalCommandTest {

    private static final String CONVERSATION =
            """
            [{"sample_id": "conv-1", "conversation": {
                "session_1_date_time": "1:56 pm on 8 May, 2023",
                "session_1": [
                    {"speaker": "Ada", "dia_id": "D1:1", "text": "I bought a red boat."},
                    {"speaker": "Bob", "dia_id": "D1:2", "text": "My owl sleeps all day."},
                    {"speaker": "Ada", "dia_id": "D1:3", "text": "Supper was soup."}]},
              "qa": [
                {"question": "What does the owl do?", "evidence": ["D1:2"], "category": 4},
                {"question": "Which boat was bought, and what was for supper?", "evidence": ["D1:1", "D1:3"], "category": 1},
                {"question": "Who sang?", "evidence": [], "category": 5}]}]
            """;

    @TempDir
    Path folder;

    private TestHome home;
    private String data = "";

    @BeforeEach
    void prepare() throws IOException {
        home = TestHome.in(folder.resolve("home"));
        data = Files.writeString(folder.resolve("locomo.json"), CONVERSATION).toString();
    }

    @Test
    void retrieval_asJson_isTheReport() {
        Ran ran = eval("locomo", data, "--json", "--k", "1,3");

        JsonNode report = ran.json();
        assertThat(ran.exit()).isZero();
        assertThat(report.path("dataset").asText()).isEqualTo("locomo");
        assertThat(report.path("backend").asText()).isEqualTo("lexical");
        assertThat(report.path("items").asInt()).isEqualTo(2);
        assertThat(report.path("skipped").path("no evidence is named").asInt()).isEqualTo(1);
        assertThat(report.path("metrics").path("recall@1").asDouble()).isEqualTo(0.75);
        assertThat(report.path("metrics").path("recall@3").asDouble()).isEqualTo(1);
        assertThat(report.path("byCategory").path("single-hop").path("recall@1").asDouble())
                .isEqualTo(1);
        assertThat(report.path("byCategory").path("multi-hop").path("items").asInt())
                .isEqualTo(1);
        assertThat(report.path("latencyMs").path("p50").asDouble()).isPositive();
        assertThat(report.path("writes").path("modelCalls").asInt()).isZero();
        assertThat(report.path("settings").path("data").asText()).isEqualTo(data);
        assertThat(report.path("version").asText()).isNotEmpty();
    }

    @Test
    void retrieval_withoutATerminal_tellsProgressInLines() {
        Ran ran = eval("locomo", data);

        assertThat(ran.err()).endsWith("100 %\n");
        assertThat(ran.out())
                .startsWith("locomo: 2 of 2 questions, 1 haystacks, 3 episodes\nskipped: 1, no evidence is named\n");
    }

    @Test
    void retrieval_out_writesTheReport_overAnOlderOne() throws IOException {
        Path out = Files.writeString(folder.resolve("report.json"), "old");

        Ran ran = eval("locomo", data, "--json", "--out", out.toString());

        assertThat(new ObjectMapper().readTree(out.toFile())).isEqualTo(ran.json());
        try (Stream<Path> inside = Files.list(folder)) {
            assertThat(inside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("home", "locomo.json", "report.json");
        }
    }

    @Test
    void retrieval_limit_drawsQuestions_andSaysSo() {
        JsonNode report =
                eval("locomo", data, "--json", "--limit", "1", "--seed", "5").json();

        assertThat(report.path("items").asInt()).isEqualTo(1);
        assertThat(report.path("settings").path("limit").asInt()).isEqualTo(1);
        assertThat(report.path("settings").path("seed").asInt()).isEqualTo(5);
        assertThat(report.path("settings").path("questions").asInt()).isEqualTo(2);
    }

    @Test
    void retrieval_touchesNobodysMemory() {
        home.run("chat", "--once", "My owl is called Ida.");

        eval("locomo", data);

        assertThat(home.run("memory", "list", "--json").json()).hasSize(1);
    }

    @Test
    void retrieval_wrongWords_areWrongUsage() {
        assertUsage("there is no data set 'locmo'; did you mean 'locomo'?", "locmo", data);
        assertUsage(
                "there is no data set 'xyzzy'; there are: locomo, longmemeval, beam, personabench, musique, memento, prefeval, memdaily",
                "xyzzy",
                data);
        assertUsage("--k is [5, 0], but must be numbers of at least 1", "locomo", data, "--k", "5,0");
        assertUsage("--limit is 0, but must be at least 1", "locomo", data, "--limit", "0");
    }

    @Test
    void retrieval_whatCannotBeUsed_isTold() {
        assertFails(
                "locomo: there is no file or folder '%s'".formatted(folder.resolve("none")),
                "locomo",
                folder.resolve("none").toString());
        assertFails(
                "longmemeval: locomo.json: [0]: expected an object with the field 'answer_session_ids', but found an object with sample_id, conversation, qa",
                "longmemeval",
                data);
        assertFails(
                "locomo: expected in '%s' a file locomo.json or locomo10.json, also with .gz; found: config.toml"
                        .formatted(home.folder()),
                "locomo",
                home.folder().toString());
        assertFails("settings: --backend is 'lexcal'; did you mean 'lexical'?", "locomo", data, "--backend", "lexcal");
        assertFails(
                "there is no folder '%s' for the report".formatted(folder.resolve("none")),
                "locomo",
                data,
                "--out",
                folder.resolve("none").resolve("report.json").toString());
        assertFails(
                "there is no folder '%s' for the vectors".formatted(folder.resolve("none")),
                "locomo",
                data,
                "--vectors",
                folder.resolve("none").toString());
        assertFails(
                "'%s' is a folder; the report needs a file".formatted(folder),
                "locomo",
                data,
                "--out",
                folder.toString());
    }

    @Test
    void retrieval_ofNothingThatCanBeJudged_fails() throws IOException {
        Files.writeString(
                folder.resolve("locomo.json"), CONVERSATION.replaceAll("\"evidence\": \\[[^]]*]", "\"evidence\": []"));

        assertFails(
                "%s has no question that can be judged; skipped are: {no evidence is named=3}".formatted(data),
                "locomo",
                data);
    }

    private Ran eval(String dataset, String path, String... more) {
        return home.run(
                Stream.concat(Stream.of("eval", "retrieval", "--dataset", dataset, "--data", path), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void assertUsage(String message, String dataset, String path, String... more) {
        assertThat(eval(dataset, path, more))
                .isEqualTo(new Ran(
                        2, "", "personaagent: %s\nTry 'personaagent eval retrieval --help'.\n".formatted(message)));
    }

    private void assertFails(String message, String dataset, String path, String... more) {
        assertThat(eval(dataset, path, more)).isEqualTo(new Ran(1, "", "personaagent: %s\n".formatted(message)));
    }
}
