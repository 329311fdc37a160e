package io.personaagent.app.show;

import io.personaagent.app.eval.Report;
import io.personaagent.app.eval.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** An evaluation as a table: a column for each backend, a row for each metric. */
public final class EvalTable {

    private final Run run;
    private final int nameWidth;
    private final int columnWidth;
    private final List<String> lines = new ArrayList<>();

    private EvalTable(Run run) {
        this.run = run;
        this.nameWidth = Math.max(16, longest(rowNames(run)));
        this.columnWidth =
                Math.max(9, longest(run.reports().stream().map(Report::backend).toList()) + 2);
    }

    /** The lines of the table. */
    public static List<String> of(Run run) {
        return new EvalTable(run).all();
    }

    private List<String> all() {
        Report first = run.reports().get(0);
        lines.add("%s: %d of %d questions, %d haystacks, %d episodes"
                .formatted(
                        run.dataset(),
                        first.scores().items(),
                        run.settings().size().questions(),
                        run.settings().size().haystacks(),
                        run.settings().size().episodes()));
        run.skipped().forEach((reason, count) -> lines.add("skipped: %d, %s".formatted(count, reason)));
        row("", Report::backend);
        scores(first.scores(), Report::scores);
        row("ms p50", report -> number(report.cost().latency().p50()));
        row("ms p95", report -> number(report.cost().latency().p95()));
        row("ms p99", report -> number(report.cost().latency().p99()));
        row("context tokens", report -> number(report.cost().contextTokens()));
        row("model calls", report -> String.valueOf(report.cost().modelCalls()));
        row("model tokens", report -> String.valueOf(report.cost().modelTokens()));
        first.byCategory().forEach((name, scores) -> {
            lines.add("%s (%d)".formatted(name, scores.items()));
            scores(scores, report -> report.byCategory().getOrDefault(name, scores));
        });
        return List.copyOf(lines);
    }

    private void scores(Report.Scores names, Function<Report, Report.Scores> of) {
        names.metrics().keySet().forEach(metric -> row(metric, report -> share(of.apply(report), metric)));
    }

    private void row(String name, Function<Report, String> value) {
        StringBuilder line = new StringBuilder(("%-" + nameWidth + "s").formatted(name));
        run.reports().forEach(report -> line.append(("%" + columnWidth + "s").formatted(value.apply(report))));
        lines.add(line.toString());
    }

    private static String share(Report.Scores scores, String metric) {
        return String.format(Locale.ROOT, "%.3f", scores.metrics().getOrDefault(metric, 0.0));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Set<String> rowNames(Run run) {
        Set<String> names = new LinkedHashSet<>();
        run.reports().forEach(report -> names.addAll(report.scores().metrics().keySet()));
        return names;
    }

    private static int longest(Iterable<String> texts) {
        int longest = 0;
        for (String text : texts) {
            longest = Math.max(longest, text.length());
        }
        return longest;
    }
}
