package io.personaagent.app.eval;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param skipped how many questions cannot be judged, by reason
 * @param reports one for each backend, in the order in which they were named
 */
public record Run(String dataset, Map<String, Integer> skipped, List<Report> reports, Settings settings) {
    public Run {
        requireNonNull(dataset, "dataset");
        skipped = new TreeMap<>(skipped);
        reports = List.copyOf(reports);
        requireNonNull(settings, "settings");
    }
}
