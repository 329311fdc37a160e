package io.personaagent.persona.tendency;

import java.util.List;

/**
 * How high somebody's scores are.
 *
 * @param mean of all, shrunken towards what is usual on the scale
 * @param spread the standard deviation, shrunken likewise
 * @param labels how many it rests on
 */
public record Level(double mean, double spread, int labels) {

    /** What is usual counts as so many labels. */
    private static final double USUAL_COUNTS = 4;

    public Level {
        if (!Double.isFinite(mean) || !(spread > 0) || !Double.isFinite(spread) || labels < 0) {
            throw new IllegalArgumentException(
                    "a level of %s, spread %s, over %d labels is none".formatted(mean, spread, labels));
        }
    }

    /** Of these scores. */
    static Level of(List<Double> scores, Scale scale) {
        Level usual = scale.usual();
        double sum = scores.stream().mapToDouble(score -> score).sum();
        double counts = scores.size() + USUAL_COUNTS;
        double mean = (sum + USUAL_COUNTS * usual.mean) / counts;
        double squares = scores.stream()
                .mapToDouble(score -> (score - mean) * (score - mean))
                .sum();
        double variance = (squares + USUAL_COUNTS * usual.spread * usual.spread) / counts;
        return new Level(mean, Math.sqrt(variance), scores.size());
    }
}
