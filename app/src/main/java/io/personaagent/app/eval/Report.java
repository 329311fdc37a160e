package io.personaagent.app.eval;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.metric.Percentiles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one backend did on one set.
 *
 * @param scores over all questions
 * @param byCategory over the questions of each category
 * @param cost what it took
 */
public record Report(String backend, Scores scores, Map<String, Scores> byCategory, Cost cost) {

    /**
     * Means over some questions.
     *
     * @param metrics by name, such as {@code recall@10}
     */
    public record Scores(int items, Map<String, Double> metrics) {
        public Scores {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /**
     * What it took.
     *
     * @param latency of a recall
     * @param contextTokens the mean over the questions of what a planner would be shown
     * @param modelCalls to absorb everything
     * @param modelTokens of these calls, in and out
     */
    public record Cost(Latency latency, double contextTokens, long modelCalls, long modelTokens) {}

    /** In milliseconds. */
    public record Latency(double p50, double p95, double p99) {

        static Latency of(List<Double> milliseconds) {
            return new Latency(
                    Percentiles.of(milliseconds, 0.5),
                    Percentiles.of(milliseconds, 0.95),
                    Percentiles.of(milliseconds, 0.99));
        }
    }

    public Report {
        requireNonNull(backend, "backend");
        requireNonNull(scores, "scores");
        byCategory = Collections.unmodifiableMap(new LinkedHashMap<>(byCategory));
        requireNonNull(cost, "cost");
    }
}
