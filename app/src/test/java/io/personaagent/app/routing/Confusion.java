package io.personaagent.app.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who was taken for whom. */
record Confusion(List<Routed> routed) {

    double share(Predicate<Routed> of) {
        return routed.isEmpty() ? 0 : (double) routed.stream().filter(of).count() / routed.size();
    }

    Confusion where(Predicate<Routed> of) {
        return new Confusion(routed.stream().filter(of).toList());
    }

    /** A line for each tool: how often it was wanted, found and asked back for, and what was done instead. */
    String table() {
        Map<String, List<Routed>> byTool = routed.stream()
                .collect(Collectors.groupingBy(each -> each.wish().tool(), TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>(
                List.of("%-20s %6s %6s %6s  %s".formatted("wanted", "said", "found", "asked", "instead")));
        byTool.forEach((tool, all) -> lines.add("%-20s %6d %6d %6d  %s"
                .formatted(
                        tool,
                        all.size(),
                        all.stream().filter(Routed::right).count(),
                        all.stream().filter(Routed::asked).count(),
                        instead(all))));
        return String.join("\n", lines);
    }

    private static String instead(List<Routed> all) {
        return all.stream()
                .filter(each -> !each.right() && !each.asked())
                .collect(Collectors.groupingBy(Routed::to, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> "%s %d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
