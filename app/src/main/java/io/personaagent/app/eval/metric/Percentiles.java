package io.personaagent.app.eval.metric;

import java.util.List;

/** Percentiles by nearest rank: always a value that occurred. */
public final class Percentiles {

    private Percentiles() {}

    /** The smallest value that at least this share of the values does not exceed; 0 for no values. */
    public static double of(List<Double> values, double share) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
