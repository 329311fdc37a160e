package io.personaagent.app.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.eval.Report;
import io.personaagent.app.eval.Run;
import io.personaagent.app.eval.Settings;
import java.util.Map;

/** An evaluation as JSON: one object for a backend, and an object with {@code runs} for several. */
public final class EvalJson {

    private EvalJson() {}

    /**
     * The whole run.
     *
     * @param version which version of the program was evaluated
     */
    public static ObjectNode of(Run run, String version) {
        if (run.reports().size() == 1) {
            return of(run, run.reports().get(0), version);
        }
        ObjectNode several = Json.object();
        several.set("runs", Json.list(run.reports(), report -> of(run, report, version)));
        return several;
    }

    private static ObjectNode of(Run run, Report report, String version) {
        ObjectNode node = Json.object()
                .put("dataset", run.dataset())
                .put("backend", report.backend())
                .put("items", report.scores().items());
        run.skipped().forEach(node.putObject("skipped")::put);
        metrics(node.putObject("metrics"), report.scores().metrics());
        ObjectNode categories = node.putObject("byCategory");
        report.byCategory()
                .forEach((name, scores) ->
                        metrics(categories.putObject(name).put("items", scores.items()), scores.metrics()));
        Report.Cost cost = report.cost();
        node.putObject("latencyMs")
                .put("p50", rounded(cost.latency().p50()))
                .put("p95", rounded(cost.latency().p95()))
                .put("p99", rounded(cost.latency().p99()));
        node.put("contextTokens", rounded(cost.contextTokens()));
        node.putObject("writes").put("modelCalls", cost.modelCalls()).put("tokens", cost.modelTokens());
        node.set("settings", of(run.settings(), report.backend()));
        return node.put("version", version);
    }

    private static void metrics(ObjectNode node, Map<String, Double> metrics) {
        metrics.forEach((name, value) -> node.put(name, rounded(value)));
    }

    private static ObjectNode of(Settings settings, String backend) {
        ObjectNode node = Json.object().put("data", settings.data());
        ArrayNode cuts = node.putArray("k");
        settings.choice().cuts().forEach(cuts::add);
        node.put("limit", settings.choice().limit())
                .put("seed", settings.choice().seed())
                .put("haystacks", settings.size().haystacks())
                .put("episodes", settings.size().episodes())
                .put("questions", settings.size().questions())
                .put("embedder", settings.embedder())
                .put("contextRecollections", settings.choice().context())
                .put("contextTokensAre", Settings.TOKEN_ESTIMATE);
        ObjectNode own = node.putObject("backend");
        settings.backends().getOrDefault(backend, Map.of()).forEach(own::put);
        return node;
    }

    /** Beyond a hundred thousandth there is nothing to tell. */
    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
