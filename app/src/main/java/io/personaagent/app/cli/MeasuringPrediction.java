package io.personaagent.app.cli;

import io.personaagent.app.eval.predict.Bootstrap;
import io.personaagent.app.eval.predict.Exam;
import io.personaagent.app.eval.predict.PredictEval;
import io.personaagent.app.eval.predict.PredictRun;
import io.personaagent.app.eval.subject.Part;
import io.personaagent.app.eval.subject.Regimen;
import io.personaagent.app.eval.subject.Subjects;
import io.personaagent.persona.align.StoppedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Measures who is asked closed questions, once with everything that it is compared with, and once for each value of a sweep. */
record MeasuringPrediction(Door door, Predictors predictors, Regimen regimen, Choice choice) {

    private static final double MILLIS = 1000;

    /**
     * What is done.
     *
     * @param without what the subject has to do without
     * @param only compares with nothing
     * @param curve asks with fewer labels, too
     */
    record Choice(Set<Part> without, boolean only, boolean curve) {
        Choice {
            without = Set.copyOf(without);
        }
    }

    PredictRun run(PredictSource source, List<Sweeping> sweeps) throws IOException {
        long began = System.nanoTime();
        List<Exam> exams = source.exams();
        Bootstrap bootstrap = new Bootstrap(source.source().seed());
        Subjects own = predictors.subjects(regimen);
        PredictEval.Results results =
                measured(new PredictEval(own, choice.without(), against(), bootstrap), exams, "eval");
        List<PredictRun.Sweep> points = new ArrayList<>();
        for (Sweeping sweep : sweeps) {
            for (int value : sweep.values()) {
                points.add(point(sweep, value, exams, bootstrap));
            }
        }
        PredictRun.Measured measured = new PredictRun.Measured(own.named(), choice.without(), regimen);
        return new PredictRun(source.source(), measured, results, points, seconds(began));
    }

    private PredictRun.Sweep point(Sweeping sweep, int value, List<Exam> exams, Bootstrap bootstrap) {
        long began = System.nanoTime();
        Subjects subjects = predictors.subjects(sweep.with(value, regimen));
        PredictEval eval = new PredictEval(subjects, choice.without(), PredictEval.Against.NOTHING, bootstrap);
        PredictEval.Results results = measured(eval, exams, "%s=%d".formatted(sweep.name(), value));
        return new PredictRun.Sweep(sweep.name(), value, results, seconds(began));
    }

    /** A baseline has nothing to be taken away, and a model's answers cost too much to compare without being asked to. */
    private PredictEval.Against against() {
        if (choice.only() || predictors.asksModel()) {
            return PredictEval.Against.NOTHING;
        }
        return predictors.isAgent()
                ? new PredictEval.Against(EnumSet.allOf(Part.class), predictors.floors(regimen), choice.curve())
                : new PredictEval.Against(Set.of(), predictors.floors(regimen), false);
    }

    private PredictEval.Results measured(PredictEval eval, List<Exam> exams, String task) {
        try (LongProgress progress = LongProgress.of(door, task)) {
            return eval.run(exams, progress::at);
        } catch (StoppedException stopped) {
            throw new Failure(String.valueOf(stopped.getMessage()));
        }
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / MILLIS;
    }
}
