package io.personaagent.memory.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * Maximal marginal relevance: the next best that is not too like what was taken before (Carbonell and Goldstein, "The Use of MMR,
 * Diversity-Based Reranking", 1998).
 */
public final class Diversity {

    private Diversity() {}

    /**
     * The chosen, in the order of the choice.
     *
     * @param scores how relevant each is, scaled as the similarity is
     * @param similarity of two, 1 for the same
     * @param balance 1 for relevance alone, 0 for diversity alone
     * @param limit the most to choose
     */
    public static <K> List<K> chosen(
            Map<K, Double> scores, ToDoubleBiFunction<K, K> similarity, double balance, int limit) {
        Map<K, Double> left = new LinkedHashMap<>(scores);
        Map<K, Double> likeness = new HashMap<>();
        List<K> chosen = new ArrayList<>();
        while (!left.isEmpty() && chosen.size() < limit) {
            K best = best(left, likeness, balance);
            left.remove(best);
            chosen.add(best);
            left.keySet().forEach(each -> likeness.merge(each, similarity.applyAsDouble(each, best), Math::max));
        }
        return chosen;
    }

    private static <K> K best(Map<K, Double> left, Map<K, Double> likeness, double balance) {
        K best = left.keySet().iterator().next();
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<K, Double> each : left.entrySet()) {
            double worth = balance * each.getValue() - (1 - balance) * likeness.getOrDefault(each.getKey(), 0.0);
            if (worth > most) {
                most = worth;
                best = each.getKey();
            }
        }
        return best;
    }
}
