package io.personaagent.memory.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Keeps what fits into a number of tokens: the best first, each whole or not at all. What is too large is passed over, so that one long
 * text does not keep out the short ones behind it (the greedy rule for the knapsack problem: Dantzig, "Discrete-Variable Extremum
 * Problems", 1957, with the ranking in place of worth by weight).
 *
 * @param tokens the most that all together may have, at least 0
 */
public record TokenBudget(int tokens) {

    public TokenBudget {
        if (tokens < 0) {
            throw new IllegalArgumentException("a budget of %d tokens; it must be at least 0".formatted(tokens));
        }
    }

    /**
     * Those that fit, in their order.
     *
     * @param cost how many tokens one has
     */
    public <T> List<T> kept(List<T> bestFirst, ToIntFunction<T> cost) {
        List<T> kept = new ArrayList<>();
        long left = tokens;
        for (T each : bestFirst) {
            int wanted = cost.applyAsInt(each);
            if (wanted <= left) {
                kept.add(each);
                left -= wanted;
            }
        }
        return kept;
    }
}
