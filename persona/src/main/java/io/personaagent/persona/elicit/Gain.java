package io.personaagent.persona.elicit;

import io.personaagent.persona.tendency.Belief;
import java.util.List;

/**
 * By how much a yes or a no is expected to better a choice: the mean of the best option's worth after the answer, less the best one's worth
 * now. Since an answer moves no expectation in the mean, and the best of several is never worse than what was the best, it is never
 * negative.
 */
final class Gain {

    /** How far a yes or no may be off from what is liked; far less than a single score, which also tells of the thing itself. */
    private static final double ANSWER_NOISE = 0.1;

    private Gain() {}

    /**
     * Of asking about one thing.
     *
     * @param worths what is expected of each option
     * @param shares how much of the thing each option has
     */
    static double of(Belief asked, List<Double> worths, List<Double> shares) {
        double spread = Math.sqrt(asked.variance() + ANSWER_NOISE);
        double yes = Normal.below(asked.mean() / spread);
        double bell = Normal.bell(asked.mean() / spread);
        double pull = asked.variance() / spread;
        // Some answers are all but certain: then they tell nothing.
        if (yes < 1e-9 || yes > 1 - 1e-9) {
            return 0;
        }
        double after = yes * best(worths, shares, pull * bell / yes)
                + (1 - yes) * best(worths, shares, -pull * bell / (1 - yes));
        return Math.max(0, after - best(worths, shares, 0));
    }

    private static double best(List<Double> worths, List<Double> shares, double move) {
        double best = Double.NEGATIVE_INFINITY;
        for (int option = 0; option < worths.size(); option++) {
            best = Math.max(best, worths.get(option) + shares.get(option) * move);
        }
        return best;
    }
}
