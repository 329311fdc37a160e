package io.personaagent.app.show;

import io.personaagent.app.eval.predict.Estimate;
import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.Metric;
import io.personaagent.app.eval.predict.PredictRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation of predictions as lines: the planner, its halves, and what it was compared with. */
public final class PredictTable {

    private PredictTable() {}

    /** The lines. */
    public static List<String> of(PredictRun run) {
        List<String> lines = new ArrayList<>();
        if (run.source().synthetic()) {
            lines.add("SYNTHETIC: made-up people; these figures say nothing about real ones");
        }
        run.exams().forEach(exam -> exam(exam, run.planner(), lines));
        return List.copyOf(lines);
    }

    private static void exam(ExamReport exam, String planner, List<String> lines) {
        ExamReport.Score score = exam.score();
        lines.add("%s: %d questions about %d people, %d unparsable"
                .formatted(exam.task(), score.questions(), score.people(), score.unparsable()));
        lines.add(line(planner, score.metrics()));
        for (int half = 0; half < exam.halves().size(); half++) {
            lines.add(line("  half " + (half + 1), exam.halves().get(half).metrics()));
        }
        exam.compared().forEach((name, other) -> {
            lines.add(line(name, other.score().metrics()));
            lines.add(line("  difference", other.difference()));
        });
        exam.curve()
                .forEach(point -> lines.add("%4d labels: %s aligned, %s not"
                        .formatted(
                                point.labels(),
                                number(point.aligned().value()),
                                number(point.unaligned().value()))));
    }

    private static String line(String name, Map<Metric, Estimate> metrics) {
        StringBuilder line = new StringBuilder("%-18s".formatted(name));
        metrics.forEach((metric, estimate) -> line.append("  %s %s [%s, %s]"
                .formatted(metric.text(), number(estimate.value()), number(estimate.low()), number(estimate.high()))));
        return line.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
