package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real people's ratings. {@code -Dmovielens.people=140} asks about all of them, and holds what was promised; a few are quick. */
class MovieLensTest {

    private static final int ALL = 140;
    private static final int PEOPLE = Integer.getInteger("movielens.people", 6);
    private static final Path DATA = Path.of("..", "..", "shared", "data", "movielens");

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), () -> "skipped: MovieLens is not at " + DATA.toAbsolutePath());
    }

    @Test
    void alignment_makesPredictionsBetter() {
        Ran ran = TestHome.in(folder)
                .run(
                        "eval",
                        "predict",
                        "--planner",
                        "reflex",
                        "--dataset",
                        "movielens",
                        "--data",
                        DATA.toString(),
                        "--limit",
                        String.valueOf(PEOPLE),
                        "--json");
        JsonNode rating = ran.json().path("tasks").path(0);
        JsonNode choice = ran.json().path("tasks").path(1);

        assertThat(rating.path("people").asInt()).isEqualTo(PEOPLE);
        assertThat(rating.path("unparsable").asInt()).isZero();
        assertThat(ran.json().path("spent").path("alignments").path("accepted").asInt())
                .isPositive();
        assertThat(value(rating.path("compared").path("without memory"), "mae")).isGreaterThan(value(rating, "mae"));
        if (PEOPLE == ALL) {
            assertThat(value(rating, "mae")).isLessThanOrEqualTo(0.675);
            assertThat(value(rating, "rmse")).isLessThanOrEqualTo(0.905);
            assertThat(value(choice, "accuracy")).isGreaterThanOrEqualTo(0.61);
        }
    }

    private static double value(JsonNode run, String metric) {
        return run.path("metrics").path(metric).path("value").asDouble();
    }
}
