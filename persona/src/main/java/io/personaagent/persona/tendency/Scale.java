package io.personaagent.persona.tendency;

import java.util.ArrayList;
import java.util.List;

/**
 * The scores that can be given.
 *
 * @param low the lowest
 * @param high the highest
 * @param step from one to the next
 */
public record Scale(double low, double high, double step) {

    private static final int MOST_SCORES = 1000;
    private static final double USUAL = 2.0 / 3;
    private static final double USUAL_SPREAD = 1 / 4.5;

    public Scale {
        if (!(low < high) || !(step > 0) || !((high - low) / step < MOST_SCORES)) {
            throw new IllegalArgumentException(
                    "a scale from %s to %s by %s is none; it must rise, in fewer than %d steps"
                            .formatted(low, high, step, MOST_SCORES));
        }
    }

    /** All scores, rising. */
    List<Double> scores() {
        List<Double> scores = new ArrayList<>();
        for (int number = 0; low + number * step <= high + step / 2; number++) {
            scores.add(low + number * step);
        }
        return scores;
    }

    /** The score that is nearest; of two, the higher. */
    public double nearest(double wanted) {
        double inside = Math.max(low, Math.min(high, wanted));
        return Math.min(high, low + Math.round((inside - low) / step) * step);
    }

    /** What people give when nothing is known of them: two thirds up, since most rate what they chose. */
    Level usual() {
        return new Level(low + USUAL * (high - low), USUAL_SPREAD * (high - low), 0);
    }
}
