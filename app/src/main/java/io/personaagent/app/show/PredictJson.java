package io.personaagent.app.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.eval.predict.Bootstrap;
import io.personaagent.app.eval.predict.Estimate;
import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.Metric;
import io.personaagent.app.eval.predict.PredictRun;
import io.personaagent.app.eval.subject.Account;
import java.util.Map;

/** An evaluation of predictions as JSON. */
public final class PredictJson {

    private static final double MILLIS = 1000;

    private PredictJson() {}

    /**
     * The whole run.
     *
     * @param version which version of the program was evaluated
     */
    public static ObjectNode of(PredictRun run, String version) {
        ObjectNode node = Json.object()
                .put("dataset", run.source().dataset())
                .put("synthetic", run.source().synthetic())
                .put("planner", run.subject().planner());
        node.set("tasks", Json.list(run.results().exams(), PredictJson::of));
        node.put("seconds", rounded(run.seconds()))
                .set("spent", of(run.results().account()));
        node.set("sweeps", Json.list(run.sweeps(), PredictJson::of));
        node.set("settings", settings(run));
        return node.put("version", version);
    }

    private static ObjectNode settings(PredictRun run) {
        PredictRun.Measured subject = run.subject();
        ObjectNode settings = Json.object().put("data", run.source().data());
        settings.set(
                "ablate",
                Json.texts(subject.without().stream().sorted().map(Json::word).toList()));
        return settings.put("alignEvery", subject.regimen().every())
                .put("n", subject.regimen().scale().batch())
                .put("iterations", subject.regimen().scale().iterations())
                .put("judges", subject.regimen().scale().judges())
                .put("k", subject.regimen().recall())
                .put("fromLogs", run.source().fromLogs())
                .put("limit", run.source().limit())
                .put("seed", run.source().seed())
                .put("intervals", "95 %% percentile bootstrap over people, %d drawings".formatted(Bootstrap.DRAWINGS));
    }

    private static ObjectNode of(Account account) {
        ObjectNode node = Json.object()
                .put("calls", account.spent().calls())
                .put("tokens", account.spent().tokens());
        ObjectNode stages = node.putObject("stages");
        account.stages().forEach((name, stage) -> stages.putObject(name)
                .put("calls", stage.spent().calls())
                .put("inputTokens", stage.spent().input())
                .put("outputTokens", stage.spent().output())
                .put("seconds", rounded(stage.took().toMillis() / MILLIS)));
        ObjectNode decisions = node.putObject("alignments");
        account.decisions().forEach(decisions::put);
        return node;
    }

    private static ObjectNode of(PredictRun.Sweep sweep) {
        ObjectNode node = Json.object().put("setting", sweep.setting()).put("value", sweep.value());
        ObjectNode tasks = node.putObject("tasks");
        sweep.results().exams().forEach(exam -> tasks.set(exam.task(), of(exam.score())));
        node.set("spent", of(sweep.results().account()));
        return node.put("seconds", rounded(sweep.seconds()));
    }

    private static ObjectNode of(ExamReport exam) {
        ObjectNode node = of(exam.score()).put("task", exam.task());
        node.set("halves", Json.list(exam.halves(), PredictJson::of));
        ObjectNode compared = node.putObject("compared");
        exam.compared().forEach((name, other) -> {
            ObjectNode each = of(other.score());
            each.set("difference", metrics(other.difference()));
            compared.set(name, each);
        });
        node.set("curve", Json.list(exam.curve(), PredictJson::of));
        return node;
    }

    private static ObjectNode of(ExamReport.Score score) {
        ObjectNode node = Json.object()
                .put("people", score.people())
                .put("items", score.questions())
                .put("unparsable", score.unparsable());
        node.set("metrics", metrics(score.metrics()));
        return node;
    }

    private static ObjectNode of(ExamReport.Point point) {
        ObjectNode node = Json.object().put("labels", point.labels());
        node.set("aligned", of(point.aligned()));
        node.set("unaligned", of(point.unaligned()));
        return node;
    }

    private static ObjectNode metrics(Map<Metric, Estimate> metrics) {
        ObjectNode node = Json.object();
        metrics.forEach((metric, estimate) -> node.set(metric.text(), of(estimate)));
        return node;
    }

    private static ObjectNode of(Estimate estimate) {
        return Json.object()
                .put("value", rounded(estimate.value()))
                .put("low", rounded(estimate.low()))
                .put("high", rounded(estimate.high()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
