package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What came of measuring a planner.
 *
 * @param planner what was measured
 * @param seconds how long it took
 */
public record PredictRun(Source source, String planner, Ablation ablation, List<ExamReport> exams, double seconds) {

    /**
     * What was asked.
     *
     * @param data where it was read; the seed where it was made
     * @param synthetic whether the people are made up
     * @param limit the most people; 0 for all
     */
    public record Source(String dataset, String data, boolean synthetic, int limit, long seed) {
        public Source {
            requireNonNull(dataset, "dataset");
            requireNonNull(data, "data");
        }
    }

    public PredictRun {
        requireNonNull(source, "source");
        requireNonNull(planner, "planner");
        requireNonNull(ablation, "ablation");
        exams = List.copyOf(exams);
    }
}
