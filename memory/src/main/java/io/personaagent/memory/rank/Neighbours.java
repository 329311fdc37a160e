package io.personaagent.memory.rank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Neighbour spreading: an answer often stands next to the turn that matched, so a share of every score goes to what stands beside it (the
 * simplest spreading activation, over the order in which things were said).
 *
 * @param shares what goes to distance 1, to distance 2, and so on
 */
public record Neighbours(List<Double> shares) {

    public Neighbours {
        shares = List.copyOf(shares);
    }

    /**
     * What each gains from its neighbours; only what has a score gives and gains.
     *
     * @param before for each, what was said before it, the nearest first; it works in both directions
     */
    public <K> Map<K, Double> gains(Map<K, Double> scores, Map<K, List<K>> before) {
        Map<K, Double> gains = new LinkedHashMap<>();
        scores.keySet().forEach(key -> gains.put(key, 0.0));
        scores.forEach((key, score) -> {
            List<K> earlier = before.getOrDefault(key, List.of());
            for (int at = 0; at < Math.min(earlier.size(), shares.size()); at++) {
                Double other = scores.get(earlier.get(at));
                if (other != null) {
                    gains.merge(key, shares.get(at) * other, Double::sum);
                    gains.merge(earlier.get(at), shares.get(at) * score, Double::sum);
                }
            }
        });
        return gains;
    }
}
