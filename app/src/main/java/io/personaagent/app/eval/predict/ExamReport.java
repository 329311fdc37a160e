package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a planner did in one exam.
 *
 * @param score of the run that was asked for
 * @param halves the same over every other person, and over the rest
 * @param compared other runs by name: baselines, and this one without its parts
 * @param curve by how many of the newest labels were known
 */
public record ExamReport(
        String task, Score score, List<Score> halves, Map<String, Compared> compared, List<Point> curve) {

    /**
     * How well it was answered.
     *
     * @param unparsable answers that could not be read
     * @param metrics the leading one first
     */
    public record Score(int people, int questions, int unparsable, Map<Metric, Estimate> metrics) {
        public Score {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /**
     * Another run.
     *
     * @param difference by how much each metric is higher there, over the same drawn people
     */
    public record Compared(Score score, Map<Metric, Estimate> difference) {
        public Compared {
            requireNonNull(score, "score");
            difference = Collections.unmodifiableMap(new LinkedHashMap<>(difference));
        }
    }

    /** The leading metric with so many labels, with alignment and without. */
    public record Point(int labels, Estimate aligned, Estimate unaligned) {}

    public ExamReport {
        requireNonNull(task, "task");
        requireNonNull(score, "score");
        halves = List.copyOf(halves);
        compared = Collections.unmodifiableMap(new LinkedHashMap<>(compared));
        curve = List.copyOf(curve);
    }
}
