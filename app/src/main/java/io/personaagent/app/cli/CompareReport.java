package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.show.Words;
import io.personaagent.memory.compare.Agreement;
import io.personaagent.memory.compare.Comparison;
import io.personaagent.memory.compare.Disagreement;
import io.personaagent.memory.compare.Probes;
import io.personaagent.memory.compare.Speed;
import io.personaagent.memory.spi.Recollection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a comparison found, for a person or a program.
 *
 * @param k how many memories each backend was asked for
 */
record CompareReport(Probes probes, Comparison comparison, List<ComparedBackend> backends, int k) {

    private static final int SHOWN = 3;
    private static final int SHOWN_EACH = 2;

    String words(ZoneId zone) {
        List<String> lines = new ArrayList<>();
        int asked = probes.queries().size();
        lines.add("asked %,d: %,d questions, %,d other turns; the best %d of each"
                .formatted(asked, probes.questions(), asked - probes.questions(), k));
        lines.add("");
        lines.add("%-20s %8s %8s %8s %9s %9s %9s"
                .formatted("backend", "recalled", "p50 ms", "p95 ms", "records", "KiB", "built in"));
        for (int at = 0; at < backends.size(); at++) {
            lines.add(row(comparison.speeds().get(at), backends.get(at)));
        }
        Words words = new Words(zone);
        for (Agreement agreement : comparison.agreements()) {
            lines.add("");
            lines.add("%s and %s: overlap@%d %s, rank correlation %s"
                    .formatted(
                            agreement.one(),
                            agreement.other(),
                            k,
                            number("%.3f", agreement.overlap()),
                            number("%.3f", agreement.correlation())));
            agreement.disagreements().stream()
                    .limit(SHOWN)
                    .forEach(disagreement -> add(agreement, disagreement, words, lines));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(Speed speed, ComparedBackend backend) {
        return "%-20s %8s %8s %8s %,9d %,9d %9s"
                .formatted(
                        speed.backend(),
                        number("%.1f", speed.found()),
                        number("%.1f", speed.p50()),
                        number("%.1f", speed.p95()),
                        backend.size().records(),
                        backend.size().bytes() / 1024,
                        backend.buildMillis() < 0 ? "was there" : number("%.1f s", backend.buildMillis() / 1000.0));
    }

    private static void add(Agreement agreement, Disagreement disagreement, Words words, List<String> lines) {
        lines.add("");
        lines.add("  \"%s\"".formatted(Words.shortened(disagreement.about())));
        addFound(agreement.one(), disagreement.one(), words, lines);
        addFound(agreement.other(), disagreement.other(), words, lines);
    }

    private static void addFound(String backend, List<Recollection> found, Words words, List<String> lines) {
        lines.add("    %s%s".formatted(backend, found.isEmpty() ? ": nothing" : ""));
        found.stream().limit(SHOWN_EACH).forEach(each -> lines.add("      " + words.line(each)));
    }

    String json() {
        ObjectNode node = Json.object()
                .put("asked", probes.queries().size())
                .put("questions", probes.questions())
                .put("k", k);
        List<ObjectNode> rows = new ArrayList<>();
        for (int at = 0; at < backends.size(); at++) {
            rows.add(json(comparison.speeds().get(at), backends.get(at)));
        }
        node.set("backends", Json.list(rows, row -> row));
        node.set("agreements", Json.list(comparison.agreements(), CompareReport::json));
        return node.toPrettyString();
    }

    private static ObjectNode json(Speed speed, ComparedBackend backend) {
        ObjectNode node = Json.object()
                .put("backend", speed.backend())
                .put("embedder", backend.space())
                .put("recalled", speed.found())
                .put("p50Ms", speed.p50())
                .put("p95Ms", speed.p95())
                .put("records", backend.size().records())
                .put("bytes", backend.size().bytes());
        return backend.buildMillis() < 0 ? node : node.put("builtInMs", backend.buildMillis());
    }

    private static ObjectNode json(Agreement agreement) {
        return Json.object()
                .put("one", agreement.one())
                .put("other", agreement.other())
                .put("overlap", agreement.overlap())
                .put("correlation", agreement.correlation())
                .set("disagreements", Json.list(agreement.disagreements(), disagreement -> Json.object()
                        .put("about", disagreement.about())
                        .put("overlap", disagreement.overlap())
                        .<ObjectNode>set("one", Json.list(disagreement.one(), Json::of))
                        .<ObjectNode>set("other", Json.list(disagreement.other(), Json::of))));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
