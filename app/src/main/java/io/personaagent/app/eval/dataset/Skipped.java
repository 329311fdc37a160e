package io.personaagent.app.eval.dataset;

import java.util.Map;
import java.util.TreeMap;

/** Counts what cannot be judged, by reason. Not thread-safe. */
final class Skipped {

    private final Map<String, Integer> reasons = new TreeMap<>();

    void because(String reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    Map<String, Integer> reasons() {
        return reasons;
    }
}
