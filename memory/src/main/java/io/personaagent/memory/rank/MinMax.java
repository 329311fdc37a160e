package io.personaagent.memory.rank;

import java.util.LinkedHashMap;
import java.util.Map;

/** Min-max scaling: makes the scores of different channels comparable (Lee, "Analyses of Multiple Evidence Combination", 1997). */
public final class MinMax {

    private MinMax() {}

    /**
     * The scores with the lowest at 0 and the highest at 1, in the same order. Where all are the same they are 1: what was found was
     * found.
     */
    public static <K> Map<K, Double> scaled(Map<K, Double> scores) {
        return scaled(
                scores,
                scores.values().stream().mapToDouble(Double::doubleValue).min().orElse(0));
    }

    /** The scores with the floor at 0 and the highest at 1; what is below the floor is 0. Where none is above it, all are 0 or 1. */
    public static <K> Map<K, Double> scaled(Map<K, Double> scores, double floor) {
        double highest =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double span = highest - floor;
        Map<K, Double> scaled = new LinkedHashMap<>();
        scores.forEach(
                (key, score) -> scaled.put(key, span > 0 ? Math.max(0, (score - floor) / span) : whole(score, floor)));
        return scaled;
    }

    private static double whole(double score, double floor) {
        return score >= floor ? 1 : 0;
    }
}
