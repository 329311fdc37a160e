package io.personaagent.memory.episodic;

import io.personaagent.memory.rank.MinMax;
import io.personaagent.memory.rank.WeightedSum;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Score;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One ranking over the turns.
 *
 * @param name as it stands in the score's parts
 * @param scores by turn, the best first
 * @param ranks by turn, from 1 on
 * @param floor the score that stands for "no more than anything else"
 */
record Channel(String name, Map<String, Double> scores, Map<String, Integer> ranks, double floor) {

    /**
     * @param hits the best first
     * @param unrelated the score of what has nothing to do with the question; where there are as many hits as were asked for, it is the
     *     last one's
     */
    static Channel of(String name, List<Hit> hits, int pool, double unrelated) {
        Map<String, Double> scores = new LinkedHashMap<>();
        hits.forEach(hit -> scores.put(hit.key().id(), hit.score()));
        double floor =
                hits.size() < pool ? unrelated : hits.get(hits.size() - 1).score();
        return new Channel(name, scores, floor);
    }

    Channel(String name, Map<String, Double> scores, double floor) {
        this(name, scores, ranks(scores), floor);
    }

    private static Map<String, Integer> ranks(Map<String, Double> scores) {
        Map<String, Integer> ranks = new HashMap<>();
        scores.keySet().forEach(turn -> ranks.put(turn, ranks.size() + 1));
        return ranks;
    }

    /** What any channel found, with the sum of its scaled scores. */
    static Map<String, Double> fused(List<Channel> channels) {
        return WeightedSum.of(channels.stream()
                .map(channel -> new WeightedSum.Weighted<>(MinMax.scaled(channel.scores(), channel.floor()), 1))
                .toList());
    }

    Score.Part part(String turn) {
        return new Score.Part(name, scores.getOrDefault(turn, 0.0), ranks.getOrDefault(turn, 0));
    }
}
