package io.personaagent.app.eval.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Says how far a figure would differ with other people: 95 % percentile intervals over drawings of people, with all their questions. The
 * same for the same seed.
 */
public final class Bootstrap {

    /** How often people are drawn. */
    public static final int DRAWINGS = 2000;

    private static final double TAIL = 0.025;

    private final long seed;

    public Bootstrap(long seed) {
        this.seed = seed;
    }

    /** Of one metric. */
    public Estimate of(Metric metric, int labels, Map<String, List<Verdict>> verdicts) {
        List<List<Verdict>> people = List.copyOf(verdicts.values());
        Random random = new Random(seed);
        double[] drawn = new double[people.isEmpty() ? 0 : DRAWINGS];
        for (int drawing = 0; drawing < drawn.length; drawing++) {
            drawn[drawing] = over(metric, labels, people, draw(people.size(), random));
        }
        return estimate(over(metric, labels, people, all(people.size())), drawn);
    }

    /** By how much a metric is higher for {@code run} than for {@code reference}, over the same drawn people. */
    public Estimate difference(
            Metric metric, int labels, Map<String, List<Verdict>> run, Map<String, List<Verdict>> reference) {
        List<List<Verdict>> first = List.copyOf(run.values());
        List<List<Verdict>> second = run.keySet().stream()
                .map(user -> reference.getOrDefault(user, List.of()))
                .toList();
        Random random = new Random(seed);
        double[] drawn = new double[first.isEmpty() ? 0 : DRAWINGS];
        for (int drawing = 0; drawing < drawn.length; drawing++) {
            int[] places = draw(first.size(), random);
            drawn[drawing] = over(metric, labels, first, places) - over(metric, labels, second, places);
        }
        int[] all = all(first.size());
        return estimate(over(metric, labels, first, all) - over(metric, labels, second, all), drawn);
    }

    private static Estimate estimate(double value, double[] drawn) {
        if (drawn.length == 0) {
            return new Estimate(value, value, value);
        }
        Arrays.sort(drawn);
        int low = (int) Math.floor(TAIL * (drawn.length - 1));
        return new Estimate(value, drawn[low], drawn[drawn.length - 1 - low]);
    }

    private static double over(Metric metric, int labels, List<List<Verdict>> people, int[] places) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int place : places) {
            verdicts.addAll(people.get(place));
        }
        return metric.over(verdicts, labels);
    }

    private static int[] draw(int size, Random random) {
        int[] places = new int[size];
        Arrays.setAll(places, place -> random.nextInt(size));
        return places;
    }

    private static int[] all(int size) {
        int[] places = new int[size];
        Arrays.setAll(places, place -> place);
        return places;
    }
}
