package io.personaagent.app.cli;

import io.personaagent.app.eval.TemporaryStores;
import io.personaagent.app.eval.contest.PassageCache;
import io.personaagent.app.eval.predict.Bootstrap;
import io.personaagent.app.eval.predict.Exam;
import io.personaagent.app.eval.predict.PredictEval;
import io.personaagent.app.eval.predict.PredictRun;
import io.personaagent.app.eval.subject.Part;
import io.personaagent.app.eval.subject.Regimen;
import io.personaagent.app.eval.subject.Subjects;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Measures who is asked closed questions, once with everything that it is compared with, and once for each value of a sweep. */
record MeasuringPrediction(Door door, Predictors predictors, Set<Part> without, boolean only) {

    private static final double MILLIS = 1000;

    PredictRun run(PredictSource source, List<Sweeping> sweeps) throws IOException {
        long began = System.nanoTime();
        List<Exam> exams = source.exams();
        Bootstrap bootstrap = new Bootstrap(source.source().seed());
        try (TemporaryStores stores = TemporaryStores.make(Clock.systemUTC())) {
            PassageCache passages = predictors.passages();
            Subjects own = predictors.agents(stores, passages, predictors.regimen());
            PredictEval.Results results = measured(new PredictEval(own, without, against(), bootstrap), exams, "eval");
            List<PredictRun.Sweep> points = new ArrayList<>();
            for (Sweeping sweep : sweeps) {
                for (int value : sweep.values()) {
                    long from = System.nanoTime();
                    Regimen regimen = sweep.with(value, predictors.regimen());
                    Subjects other = predictors.agents(stores, passages, regimen);
                    PredictEval eval = new PredictEval(other, without, PredictEval.Against.NOTHING, bootstrap);
                    PredictEval.Results swept = measured(eval, exams, "%s=%d".formatted(sweep.name(), value));
                    points.add(new PredictRun.Sweep(sweep.name(), value, swept, seconds(from)));
                }
            }
            PredictRun.Measured measured = new PredictRun.Measured(own.named(), without, predictors.regimen());
            return new PredictRun(source.source(), measured, results, points, seconds(began));
        }
    }

    private PredictEval.Against against() {
        return only ? PredictEval.Against.NOTHING : new PredictEval.Against(EnumSet.allOf(Part.class), List.of(), true);
    }

    private PredictEval.Results measured(PredictEval eval, List<Exam> exams, String task) {
        try (LongProgress progress = LongProgress.of(door, task)) {
            return eval.run(exams, progress::at);
        }
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / MILLIS;
    }
}
