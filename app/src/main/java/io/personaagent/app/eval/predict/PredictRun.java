package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.subject.Part;
import io.personaagent.app.eval.subject.Regimen;
import java.util.List;
import java.util.Set;

/**
 * What came of measuring a subject.
 *
 * @param subject what was measured
 * @param results of the run that was asked for
 * @param sweeps the same with other settings
 * @param seconds how long all of it took
 */
public record PredictRun(
        Source source, Measured subject, PredictEval.Results results, List<Sweep> sweeps, double seconds) {

    /**
     * What was asked.
     *
     * @param data where it was read; the seed where it was made
     * @param synthetic whether the people are made up
     * @param fromLogs whether the newest labels of the logs were asked, and not the questions
     * @param limit the most people; 0 for all
     */
    public record Source(String dataset, String data, boolean synthetic, boolean fromLogs, int limit, long seed) {
        public Source {
            requireNonNull(dataset, "dataset");
            requireNonNull(data, "data");
        }
    }

    /**
     * What was measured.
     *
     * @param planner its name
     * @param without what it had to do without
     */
    public record Measured(String planner, Set<Part> without, Regimen regimen) {
        public Measured {
            requireNonNull(planner, "planner");
            without = Set.copyOf(without);
            requireNonNull(regimen, "regimen");
        }
    }

    /**
     * One point of a sweep.
     *
     * @param setting such as {@code n}
     * @param seconds how long it took
     */
    public record Sweep(String setting, int value, PredictEval.Results results, double seconds) {
        public Sweep {
            requireNonNull(setting, "setting");
            requireNonNull(results, "results");
        }
    }

    public PredictRun {
        requireNonNull(source, "source");
        requireNonNull(subject, "subject");
        requireNonNull(results, "results");
        sweeps = List.copyOf(sweeps);
    }
}
