package io.personaagent.app.eval.metric;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Means by metric over the questions that have it. Not thread-safe. */
public final class Means {

    private final Map<String, DoubleSummaryStatistics> sums = new LinkedHashMap<>();
    private int questions;

    /** Adds one question's values. */
    public void add(Map<String, Double> values) {
        questions++;
        values.forEach((name, value) -> sums.computeIfAbsent(name, first -> new DoubleSummaryStatistics())
                .accept(value));
    }

    /** How many questions were added. */
    public int questions() {
        return questions;
    }

    /** The means, in the order in which the metrics came. */
    public Map<String, Double> values() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum.getAverage()));
        return means;
    }
}
