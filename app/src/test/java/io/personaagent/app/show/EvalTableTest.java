package io.personaagent.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.eval.Report;
import io.personaagent.app.eval.Run;
import io.personaagent.app.eval.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvalTableTest {

    private static final Settings SETTINGS = new Settings(
            "data/locomo",
            new Settings.Choice(List.of(5), 6, 9, 10),
            new Settings.Size(2, 40, 8),
            "bge",
            Map.of("slow", Map.of("floor", "0.2")));

    @Test
    void of_hasAColumnForEachBackend() {
        assertThat(EvalTable.of(run(report("quick", 0.5), report("slow", 1 / 3.0))))
                .containsExactly(
                        "locomo: 6 of 8 questions, 2 haystacks, 40 episodes",
                        "skipped: 3, no evidence is named",
                        "                    quick     slow",
                        "recall@5            0.500    0.333",
                        "ms p50                1.0      1.0",
                        "ms p95                2.0      2.0",
                        "ms p99                3.3      3.3",
                        "context tokens      120.5    120.5",
                        "model calls             4        4",
                        "model tokens           99       99",
                        "temporal (2)",
                        "recall@5            0.500    0.333");
    }

    @Test
    void json_ofOneBackend_isOneObject() {
        JsonNode json = EvalJson.of(run(report("slow", 1 / 3.0)), "1.2.3");

        assertThat(json.toPrettyString().replace('"', '\'').replace(System.lineSeparator(), "\n"))
                .isEqualTo(
                        """
                        {
                          'dataset' : 'locomo',
                          'backend' : 'slow',
                          'items' : 6,
                          'skipped' : {
                            'no evidence is named' : 3
                          },
                          'metrics' : {
                            'recall@5' : 0.33333
                          },
                          'byCategory' : {
                            'temporal' : {
                              'items' : 2,
                              'recall@5' : 0.33333
                            }
                          },
                          'latencyMs' : {
                            'p50' : 1.0,
                            'p95' : 2.0,
                            'p99' : 3.25
                          },
                          'contextTokens' : 120.5,
                          'writes' : {
                            'modelCalls' : 4,
                            'tokens' : 99
                          },
                          'settings' : {
                            'data' : 'data/locomo',
                            'k' : [ 5 ],
                            'limit' : 6,
                            'seed' : 9,
                            'haystacks' : 2,
                            'episodes' : 40,
                            'questions' : 8,
                            'embedder' : 'bge',
                            'contextRecollections' : 10,
                            'contextTokensAre' : 'a quarter of the ASCII characters, and each other character',
                            'backend' : {
                              'floor' : '0.2'
                            }
                          },
                          'version' : '1.2.3'
                        }""");
    }

    @Test
    void json_ofSeveralBackends_isAListOfRuns() {
        JsonNode json = EvalJson.of(run(report("quick", 0.5), report("slow", 1 / 3.0)), "1.2.3");

        assertThat(json.properties()).hasSize(1);
        assertThat(json.path("runs"))
                .extracting(each -> each.path("backend").asText())
                .containsExactly("quick", "slow");
        assertThat(json.path("runs").get(0).path("settings").path("backend")).isEmpty();
    }

    private static Run run(Report... reports) {
        return new Run("locomo", Map.of("no evidence is named", 3), List.of(reports), SETTINGS);
    }

    private static Report report(String backend, double recall) {
        Map<String, Double> metrics = Map.of("recall@5", recall);
        return new Report(
                backend,
                new Report.Scores(6, metrics),
                Map.of("temporal", new Report.Scores(2, metrics)),
                new Report.Cost(new Report.Latency(1, 2, 3.25), 120.5, 4, 99));
    }
}
