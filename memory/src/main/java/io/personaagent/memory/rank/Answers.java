package io.personaagent.memory.rank;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What follows a question gains a share of the question's score: a question says what its answer is about, and the answer often does not
 * ("Which one?" - "The blue one."). Such pairs are the closest tie between two turns (Schegloff and Sacks, "Opening up Closings", 1973).
 *
 * @param share what the answer gains of the question's score
 */
public record Answers(double share) {

    /**
     * What each gains; only what has a score gives and gains.
     *
     * @param before for each, what was said just before it; nothing where that is unknown
     * @param asking what asks
     */
    public <K> Map<K, Double> gains(Map<K, Double> scores, Map<K, K> before, Set<K> asking) {
        Map<K, Double> gains = new LinkedHashMap<>();
        before.forEach((answer, question) -> {
            Double score = scores.get(question);
            if (score != null && scores.containsKey(answer) && asking.contains(question)) {
                gains.put(answer, share * score);
            }
        });
        return gains;
    }
}
