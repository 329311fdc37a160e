package io.personaagent.app.show;

import io.personaagent.core.model.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was asked of models, for a person to read. */
public final class ModelWords {

    private ModelWords() {}

    /** A line for each model that was asked at all. */
    public static List<String> lines(Map<String, Counts> counts) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue().calls() > 0)
                .map(each -> line(each.getKey(), each.getValue()))
                .toList();
    }

    private static String line(String name, Counts counts) {
        List<String> odd = new ArrayList<>();
        add(odd, counts.retries(), "asked again");
        add(odd, counts.fallbacks(), "another was asked instead");
        add(odd, counts.repairs(), "tool calls mended");
        return "%s: %s%s; %,d tokens in, %,d out%s"
                .formatted(
                        name,
                        counts.calls() == 1 ? "1 call" : "%,d calls".formatted(counts.calls()),
                        odd.isEmpty() ? "" : " (%s)".formatted(String.join(", ", odd)),
                        counts.input(),
                        counts.output(),
                        counts.cost() == 0 ? "" : "; cost %.4f".formatted(counts.cost()));
    }

    private static void add(List<String> odd, long count, String what) {
        if (count > 0) {
            odd.add("%s: %,d".formatted(what, count));
        }
    }
}
