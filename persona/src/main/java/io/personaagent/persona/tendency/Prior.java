package io.personaagent.persona.tendency;

import io.personaagent.persona.tendency.Trait.Kind;
import java.util.Map;

/**
 * How far people are expected to differ, in squares of their own spread. The figures are rounded from two fits, each on the earlier
 * ratings of one half of 140 people, of a model with one more group of traits; they say nothing about what anybody likes.
 */
final class Prior {

    /** What is left when all tendencies are known. */
    static final double NOISE = 0.5;
    /** After so many labels one counts half. */
    static final double HALF_LIFE = 42;
    /** How far the mean may be wrong. */
    static final double CONSTANT = 0.1;
    /** How far the level wanders. */
    static final double DRIFT = 0.11;
    /** After so many labels it has forgotten most of where it was. */
    static final double DRIFT_LENGTH = 60;
    /** How far what shares its words is rated alike. */
    static final double WORDS = 0.4;

    private static final double TOPIC = 0.1;
    private static final double BREADTH = 0.006;
    private static final double DECADE = 0.08;
    private static final double STEP = 0.03;
    private static final double TREND = 0.02;
    private static final double MIDDLE = 1990;
    private static final double TREND_LENGTH = 15;
    private static final double MOST_TREND = 3;
    private static final double MOST_NOISE = 1e6;

    private Prior() {}

    /** The covariance of two things by their traits. */
    static double covariance(Traits one, Traits other) {
        double sum = 0;
        for (Map.Entry<Trait, Double> weight : one.weights().entrySet()) {
            sum += weight.getValue() * covariance(weight.getKey(), other);
        }
        return sum;
    }

    /** The covariance of a tendency and a thing. */
    static double covariance(Trait trait, Traits thing) {
        if (trait.kind() != Kind.PERIOD) {
            return (trait.kind() == Kind.TOPIC ? TOPIC : BREADTH) * thing.of(trait);
        }
        double sum = 0;
        for (Map.Entry<Trait, Double> weight : thing.weights().entrySet()) {
            if (weight.getKey().kind() == Kind.PERIOD) {
                sum += weight.getValue() * periods(trait.year(), weight.getKey().year());
            }
        }
        return sum;
    }

    /** What a label that has {@code age} younger ones, itself among them, is expected to be off by. */
    static double noise(int age) {
        return Math.min(MOST_NOISE, NOISE * Math.pow(2, age / HALF_LIFE));
    }

    /** The covariance of the level at two moments that have so many labels between them. */
    static double drift(double between) {
        return DRIFT * Math.exp(-between / DRIFT_LENGTH);
    }

    private static double periods(int one, int other) {
        double same = one == other ? STEP : 0;
        return same + DECADE * decades(one, other) + TREND * trend(one) * trend(other);
    }

    /** Decades as hats: the middle of two has a half of each. */
    private static double decades(int one, int other) {
        double sum = 0;
        int first = Math.floorDiv(one, 10) * 10;
        for (int knot = first; knot <= first + 10; knot += 10) {
            sum += Math.max(0, 1 - Math.abs(one - knot) / 10.0) * Math.max(0, 1 - Math.abs(other - knot) / 10.0);
        }
        return sum;
    }

    private static double trend(int year) {
        return Math.max(-MOST_TREND, Math.min(MOST_TREND, (year - MIDDLE) / TREND_LENGTH));
    }
}
