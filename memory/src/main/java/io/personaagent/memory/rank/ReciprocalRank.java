package io.personaagent.memory.rank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion: each list adds 1 / (k + rank), so only places count and not scores (Cormack, Clarke and Büttcher, "Reciprocal
 * Rank Fusion outperforms Condorcet and individual Rank Learning Methods", 2009).
 */
public final class ReciprocalRank {

    /** The paper's constant. */
    public static final int K = 60;

    private ReciprocalRank() {}

    /** Everything that stands in any list with its fused score; more is better. */
    public static <T> Map<T, Double> of(List<List<T>> rankings, int k) {
        Map<T, Double> fused = new LinkedHashMap<>();
        for (List<T> ranking : rankings) {
            for (int place = 0; place < ranking.size(); place++) {
                fused.merge(ranking.get(place), 1.0 / (k + place + 1), Double::sum);
            }
        }
        return fused;
    }
}
