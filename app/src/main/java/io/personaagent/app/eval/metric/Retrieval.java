package io.personaagent.app.eval.metric;

import java.util.List;
import java.util.Set;

/** Measures of one ranking against the evidence of one question; each from 0 to 1. */
public final class Retrieval {

    private Retrieval() {}

    /** The share of the needs that the first k units meet. */
    public static double recall(List<String> ranked, Evidence evidence, int k) {
        return (double) met(ranked, evidence, k) / evidence.needs().size();
    }

    /** 1 when the first k units meet every need. */
    public static double recallAll(List<String> ranked, Evidence evidence, int k) {
        return met(ranked, evidence, k) == evidence.needs().size() ? 1 : 0;
    }

    /** 1 when the first k units meet any need. */
    public static double recallAny(List<String> ranked, Evidence evidence, int k) {
        return met(ranked, evidence, k) > 0 ? 1 : 0;
    }

    /**
     * Discounted gain of the first k over that of the best order, with LongMemEval's discount: the first two places count in full, place i
     * by 1 / log2(i).
     */
    public static double ndcg(List<String> ranked, Evidence evidence, int k) {
        Set<String> relevant = evidence.units();
        double gain = 0;
        double best = 0;
        for (int place = 1; place <= k; place++) {
            double discounted = place == 1 ? 1 : Math.log(2) / Math.log(place);
            gain += place <= ranked.size() && relevant.contains(ranked.get(place - 1)) ? discounted : 0;
            best += place <= relevant.size() ? discounted : 0;
        }
        return gain / best;
    }

    private static int met(List<String> ranked, Evidence evidence, int k) {
        Set<String> top = Set.copyOf(ranked.subList(0, Math.min(k, ranked.size())));
        return (int) evidence.needs().stream()
                .filter(need -> need.stream().anyMatch(top::contains))
                .count();
    }
}
