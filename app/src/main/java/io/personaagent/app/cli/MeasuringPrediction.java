package io.personaagent.app.cli;

import io.personaagent.app.eval.predict.Ablation;
import io.personaagent.app.eval.predict.Bootstrap;
import io.personaagent.app.eval.predict.Exam;
import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.PredictEval;
import io.personaagent.app.eval.predict.PredictRun;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures a planner on closed questions. */
record MeasuringPrediction(Door door, PredictPlanner planner, Ablation ablation) {

    private static final double MILLIS = 1000;

    PredictRun run(PredictSource source) throws IOException {
        long began = System.nanoTime();
        List<ExamReport> reports = new ArrayList<>();
        for (Exam exam : source.exams()) {
            try (LongProgress progress = LongProgress.of(door, "eval " + exam.task())) {
                reports.add(new PredictEval(
                                planner.planner(),
                                ablation,
                                new Bootstrap(source.source().seed()))
                        .run(exam, progress::at));
            }
        }
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / MILLIS;
        return new PredictRun(source.source(), planner.planner().named(), ablation, reports, seconds);
    }
}
