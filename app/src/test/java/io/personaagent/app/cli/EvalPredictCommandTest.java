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

class EvalPredictCommandTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void prepare() {
        home = TestHome.in(folder.resolve("home"));
    }

    @Test
    void predict_synthetic_saysSoEverywhere_andDrawsTheCurve() throws IOException {
        Path out = folder.resolve("report.json");

        Ran ran = home.run(
                "eval", "predict", "--dataset", "synthetic", "--limit", "3", "--json", "--out", out.toString());

        JsonNode report = ran.json();
        assertThat(ran.exit()).isZero();
        assertThat(report.path("synthetic").asBoolean()).isTrue();
        assertThat(report.path("planner").asText()).isEqualTo("reflex");
        assertThat(report.path("tasks")
                        .path(1)
                        .path("metrics")
                        .path("accuracy")
                        .path("value")
                        .asDouble())
                .isGreaterThan(0.5);
        assertThat(report.path("tasks").path(0).path("unparsable").asInt()).isZero();
        assertThat(Files.readString(out)).contains("\"synthetic\" : true");
        assertThat(Files.readString(folder.resolve("report.json.synthetic_rating.svg")))
                .startsWith("<svg ")
                .contains("SYNTHETIC synthetic_rating")
                .endsWith("</svg>\n");
        assertThat(home.run("eval", "predict", "--dataset", "synthetic", "--limit", "2")
                        .out())
                .startsWith("SYNTHETIC: made-up people; these figures say nothing about real ones\n");
    }

    @Test
    void predict_aBaselineWithoutAModel_counts() {
        Ran ran = home.run("eval", "predict", "--dataset", "synthetic", "--limit", "2", "--planner", "rag", "--k", "4");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("\nrag  ").contains("\nusual  ").doesNotContain("without alignment");
        assertThat(home.run("eval", "predict", "--dataset", "synthetic", "--planner", "guess")
                        .err())
                .contains("there is no planner 'guess'; there are: reflex, model, direct, usual, icl, rag, pag");
    }

    @Test
    void predict_withASweep_measuresEachValue() {
        Ran ran = home.run(
                "eval", "predict", "--dataset", "synthetic", "--limit", "1", "--only", "--sweep", "n=1,3", "--json");

        JsonNode sweeps = ran.json().path("sweeps");
        assertThat(sweeps).hasSize(2);
        assertThat(sweeps.path(1).path("setting").asText()).isEqualTo("n");
        assertThat(sweeps.path(1).path("value").asInt()).isEqualTo(3);
        assertThat(sweeps.path(1)
                        .path("tasks")
                        .path("synthetic_rating")
                        .path("metrics")
                        .path("mae")
                        .path("value")
                        .asDouble())
                .isPositive();
        assertThat(ran.json().path("spent").path("stages").path("simulation").has("seconds"))
                .isTrue();
        assertThat(home.run("eval", "predict", "--dataset", "synthetic", "--sweep", "n=0")
                        .err())
                .contains(
                        "--sweep is 'n=0', but must be one of n, E, k, m, j, then = and numbers of at least 1, such as n=1,3,5");
    }

    @Test
    void predict_withoutQuestions_saysWhatIsMissing() {
        assertThat(home.run("eval", "predict").err()).contains("--questions FILE and --outputs FILE are both needed");
        assertThat(home.run("eval", "predict", "--dataset", "movielens").err())
                .contains("--dataset movielens needs --data FOLDER");
        assertThat(home.run("eval", "predict", "--dataset", "x").err())
                .contains("there is no data set 'x'; there are: lamp, movielens, synthetic");
        assertThat(home.run("eval", "predict", "--dataset", "synthetic", "--align-every", "0")
                        .err())
                .contains("--align-every is 0, but must be at least 1");
    }

    @Test
    void predict_onFolderWithoutTheFiles_namesThem() {
        Ran ran = home.run("eval", "predict", "--dataset", "movielens", "--data", folder.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("a file rating_questions.json, also with .gz");
    }
}
