package io.personaagent.app.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.eval.predict.Bootstrap;
import io.personaagent.app.eval.predict.Estimate;
import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.Metric;
import io.personaagent.app.eval.predict.PredictRun;
import java.util.Map;

/** An evaluation of predictions as JSON. */
public final class PredictJson {

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
                .put("planner", run.planner());
        node.set("tasks", Json.list(run.exams(), PredictJson::of));
        node.put("seconds", rounded(run.seconds()))
                .putObject("calls")
                .put("model", 0)
                .put("tokens", 0);
        ObjectNode settings =
                node.putObject("settings").put("data", run.source().data());
        settings.set(
                "ablate",
                Json.texts(
                        run.ablation().parts().stream().sorted().map(Json::word).toList()));
        settings.put("alignEvery", run.ablation().alignEvery())
                .put("limit", run.source().limit())
                .put("seed", run.source().seed())
                .put("intervals", "95 %% percentile bootstrap over people, %d drawings".formatted(Bootstrap.DRAWINGS));
        return node.put("version", version);
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
