package io.personaagent.app.show;

import io.personaagent.app.eval.predict.Estimate;
import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.Metric;
import io.personaagent.app.eval.predict.PredictRun;
import io.personaagent.app.eval.subject.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An evaluation of predictions as lines: the planner, its halves, and what it was compared with. */
public final class PredictTable {

    private static final double MILLIS = 1000;

    private PredictTable() {}

    /** The lines. */
    public static List<String> of(PredictRun run) {
        List<String> lines = new ArrayList<>();
        if (run.source().synthetic()) {
            lines.add("SYNTHETIC: made-up people; these figures say nothing about real ones");
        }
        run.results().exams().forEach(exam -> exam(exam, run.subject().planner(), lines));
        run.sweeps().forEach(sweep -> sweep(sweep, lines));
        account(run.results().account(), lines);
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

    private static void sweep(PredictRun.Sweep sweep, List<String> lines) {
        sweep.results()
                .exams()
                .forEach(exam -> lines.add(line(
                        "%s=%d %s".formatted(sweep.setting(), sweep.value(), exam.task()),
                        exam.score().metrics())));
        lines.add("  %s, %d calls, %s s"
                .formatted(
                        ends(sweep.results().account()),
                        sweep.results().account().spent().calls(),
                        number(sweep.seconds())));
    }

    private static void account(Account account, List<String> lines) {
        if (!account.decisions().isEmpty()) {
            lines.add("alignments: " + ends(account));
        }
        account.stages()
                .forEach((name, stage) -> lines.add("%-18s  %d calls, %d tokens, %s s"
                        .formatted(
                                name,
                                stage.spent().calls(),
                                stage.spent().tokens(),
                                number(stage.took().toMillis() / MILLIS))));
    }

    private static String ends(Account account) {
        return account.decisions().entrySet().stream()
                .map(each -> "%d %s".formatted(each.getValue(), each.getKey()))
                .collect(Collectors.joining(", "));
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
