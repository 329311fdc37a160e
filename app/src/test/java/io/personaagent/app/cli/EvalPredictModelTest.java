package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalPredictModelTest {

    @TempDir
    Path folder;

    private final StubModelServer server = new StubModelServer().answering(this::role);
    private String said = "5";
    private TestHome home;
    private Path questions;
    private Path outputs;

    @BeforeEach
    void prepare() throws Exception {
        home = TestHome.in(folder.resolve("home"))
                .configured(
                        """
                        [model]
                        provider = "openai"
                        name = "stub"
                        base_url = "%s"
                        timeout_seconds = 5
                        """
                                .formatted(server.openAiUrl()));
        List<String> profile = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            profile.add("{\"id\": \"p%d\", \"text\": \"Soup number %d\", \"score\": \"5\"}".formatted(number, number));
        }
        questions = Files.writeString(
                folder.resolve("q.json"),
                """
                [{"id": "1", "user_id": "u", "input": "What is the score of the following review on a scale of 1 to 5? just answer with 1, 2, 3, 4, or 5 without further explanation. review: Soup again",
                  "profile": [%s]}]
                """
                        .formatted(String.join(", ", profile)));
        outputs = Files.writeString(
                folder.resolve("o.json"), "{\"task\": \"LaMP_3\", \"golds\": [{\"id\": \"1\", \"output\": \"5\"}]}");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private StubReply role(StubModelServer.Received request) {
        if (request.body().contains("Sum up this person")) {
            return StubReply.text("Loves soup.");
        }
        return StubReply.text(said);
    }

    private Ran predict(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "eval", "predict", "--questions", questions.toString(), "--outputs", outputs.toString(), "--json"));
        arguments.addAll(List.of(more));
        return home.run(arguments.toArray(String[]::new));
    }

    private static double mae(JsonNode report) {
        return report.path("tasks")
                .path(0)
                .path("metrics")
                .path("mae")
                .path("value")
                .asDouble();
    }

    private List<String> asked() {
        return server.received().stream().map(StubModelServer.Received::body).toList();
    }

    @Test
    void direct_showsTheModelTheQuestionAlone() {
        JsonNode report = predict("--planner", "direct").json();

        assertThat(report.path("planner").asText()).isEqualTo("direct (model)");
        assertThat(mae(report)).isZero();
        assertThat(asked()).singleElement().asString().contains("Soup again").doesNotContain("Soup number");
        assertThat(report.path("spent")
                        .path("stages")
                        .path("answer")
                        .path("calls")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void icl_showsTheNewestItems_andRagWhatMemoryRecalls() {
        predict("--planner", "icl", "--k", "2");
        assertThat(asked())
                .singleElement()
                .asString()
                .contains("5 is the answer for \\\"Soup number 4\\\", and 5 is the answer for \\\"Soup number 5\\\"")
                .doesNotContain("Soup number 3");

        predict("--planner", "rag", "--k", "3");
        assertThat(asked().get(1)).contains("is the answer for \\\"Soup number");
    }

    @Test
    void pag_writesAProfileFirst() {
        JsonNode report = predict("--planner", "pag", "--k", "1").json();

        assertThat(asked()).hasSize(2);
        assertThat(asked().get(1)).contains("Loves soup.").contains("Soup again");
        assertThat(report.path("spent").path("calls").asInt()).isEqualTo(2);
    }

    @Test
    void anAnswerThatCannotBeRead_isCounted_andAsWrongAsCanBe() {
        said = "Five stars, I would say.";

        JsonNode report = predict("--planner", "direct").json();

        assertThat(report.path("tasks").path(0).path("unparsable").asInt()).isEqualTo(1);
        assertThat(mae(report)).isEqualTo(4);
    }

    @Test
    void model_isTheAgentItself_alignedByAlgorithm1_behindTheGate() {
        said = "3";

        JsonNode report = predict("--planner", "model", "--align-every", "6", "--iterations", "1")
                .json();

        assertThat(report.path("planner").asText()).isEqualTo("model");
        assertThat(mae(report)).isEqualTo(2);
        assertThat(report.path("tasks").path(0).path("compared")).isEmpty();
        JsonNode stages = report.path("spent").path("stages");
        assertThat(stages.path("simulation").path("calls").asInt()).isEqualTo(3);
        assertThat(stages.path("gradient").path("calls").asInt()).isEqualTo(3);
        assertThat(stages.path("rewrite").path("calls").asInt()).isPositive();
        assertThat(stages.path("answer").path("calls").asInt()).isEqualTo(1);
        assertThat(report.path("spent").path("alignments").path("refused").asInt())
                .isEqualTo(1);
        assertThat(server.received()).hasSize(report.path("spent").path("calls").asInt());
    }

    @Test
    void whereTheServerIsGone_itSaysSo() {
        server.close();

        Ran ran = predict("--planner", "direct");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("the model did not answer");
    }
}
