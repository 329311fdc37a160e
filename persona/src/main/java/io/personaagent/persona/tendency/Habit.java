package io.personaagent.persona.tendency;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which scores somebody likes to give: some use whole stars only, some never the lowest.
 *
 * @param counts how often each of the scores of late was given
 */
public record Habit(Map<Double, Integer> counts) {

    /** Nothing is known of it. */
    public static final Habit NONE = new Habit(Map.of());

    /** Only so many of the newest scores tell. */
    private static final int OF_LATE = 60;
    /** How firmly a habit holds: 0 not at all, 1 as firmly as it was counted. */
    private static final double FIRMNESS = 0.4;
    /** What is left open, in spreads. */
    private static final double DOUBT = 0.85;
    /** A large miss hurts a little more than two of half its size. */
    private static final double SQUARES = 0.2;

    private static final double SMOOTHING = 0.3;
    private static final double SMOOTHING_WIDTH = 0.85;
    private static final double LEAST_VARIANCE = 0.3;

    public Habit {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        if (counts.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("each score must have been given once, but the counts are " + counts);
        }
    }

    /** Of the newest of these scores, oldest first. */
    static Habit of(List<Double> scores) {
        Map<Double, Integer> counts = new TreeMap<>();
        scores.subList(Math.max(0, scores.size() - OF_LATE), scores.size())
                .forEach(score -> counts.merge(score, 1, Integer::sum));
        return new Habit(counts);
    }

    /** The score that is the least wrong, if {@code expected} is what to expect from somebody with this habit. */
    double choose(double expected, Level level, Scale scale) {
        if (counts.isEmpty()) {
            return scale.nearest(expected);
        }
        List<Double> scores = scale.scores();
        double[] chances = chances(expected, level, scale);
        double best = scores.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (double score : scores) {
            double loss = 0;
            for (int place = 0; place < chances.length; place++) {
                double off = Math.abs(scores.get(place) - score);
                loss += chances[place] * (off + SQUARES * off * off);
            }
            if (loss < least) {
                least = loss;
                best = score;
            }
        }
        return best;
    }

    /** A bell around what is expected, times how much more often each score is given than a bell around all would have it. */
    private double[] chances(double expected, Level level, Scale scale) {
        List<Double> scores = scale.scores();
        Level usual = scale.usual();
        double given = counts.values().stream().mapToInt(count -> count).sum();
        double mean = moment(0, 1) / given;
        double width = Math.sqrt(Math.max(moment(mean, 2) / given, LEAST_VARIANCE * usual.spread() * usual.spread()));
        double[] chances = new double[scores.size()];
        for (int place = 0; place < chances.length; place++) {
            double score = scores.get(place);
            double count = counts.getOrDefault(score, 0)
                    + SMOOTHING * bell(score, usual.mean(), SMOOTHING_WIDTH * usual.spread());
            double liking = count / bell(score, mean, width);
            chances[place] = bell(score, expected, DOUBT * level.spread()) * Math.pow(liking, FIRMNESS);
        }
        return chances;
    }

    private double moment(double about, int power) {
        return counts.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * Math.pow(entry.getKey() - about, power))
                .sum();
    }

    private static double bell(double at, double middle, double width) {
        double off = (at - middle) / width;
        return Math.exp(-off * off / 2);
    }
}
