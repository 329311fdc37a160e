package io.personaagent.memory.rank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fusion by weighted sum, known as CombSUM (Fox and Shaw, "Combination of Multiple Searches", 1994). */
public final class WeightedSum {

    /** The scores of one channel, scaled to be comparable with the others', and how much they count. */
    public record Weighted<K>(Map<K, Double> scores, double weight) {}

    private WeightedSum() {}

    /** Everything that any channel found, with the weighted sum of its scores; a channel that did not find it adds nothing. */
    public static <K> Map<K, Double> of(List<Weighted<K>> channels) {
        Map<K, Double> sums = new LinkedHashMap<>();
        for (Weighted<K> channel : channels) {
            channel.scores().forEach((key, score) -> sums.merge(key, score * channel.weight(), Double::sum));
        }
        return sums;
    }
}
