package io.personaagent.memory.rank;

import java.util.ArrayList;
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
        List<K> left = new ArrayList<>(scores.keySet());
        List<K> chosen = new ArrayList<>();
        while (!left.isEmpty() && chosen.size() < limit) {
            K best = left.get(0);
            double most = Double.NEGATIVE_INFINITY;
            for (K each : left) {
                double worth =
                        balance * scores.getOrDefault(each, 0.0) - (1 - balance) * likeness(each, chosen, similarity);
                if (worth > most) {
                    most = worth;
                    best = each;
                }
            }
            left.remove(best);
            chosen.add(best);
        }
        return chosen;
    }

    private static <K> double likeness(K one, List<K> others, ToDoubleBiFunction<K, K> similarity) {
        return others.stream()
                .mapToDouble(other -> similarity.applyAsDouble(one, other))
                .max()
                .orElse(0);
    }
}
