package io.personaagent.persona.tendency;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * What single remembered things add to the tendencies: how far the ones that share words with the asked one were rated otherwise than was to
 * be expected (the parts of a series, the books of one author).
 */
final class Echoes {

    private final int most;
    private final ToDoubleBiFunction<Traits, Traits> likeness;

    /**
     * Echoes of what is alike.
     *
     * @param most how many remembered things may speak
     * @param likeness of two things, from 0 to 1
     */
    Echoes(int most, ToDoubleBiFunction<Traits, Traits> likeness) {
        this.most = most;
        this.likeness = likeness;
    }

    /**
     * In points; 0 where nothing remembered says anything about it.
     *
     * @param remembered oldest first
     * @param off by how much each was rated higher than was to be expected
     * @param news so many of the last are not in what was to be expected: they tell how the person rates now, whatever they resemble
     */
    double of(Traits asked, List<Traits> remembered, double[] off, int news) {
        int old = remembered.size() - news;
        List<Integer> places = IntStream.range(0, remembered.size())
                .boxed()
                .filter(place -> place >= old || likeness.applyAsDouble(asked, remembered.get(place)) > 0)
                .sorted(Comparator.comparingDouble(
                                (Integer place) -> -likeness.applyAsDouble(asked, remembered.get(place)))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(most)
                .toList();
        int size = places.size();
        double[][] covariance = new double[size][size];
        double[] rest = new double[size];
        for (int row = 0; row < size; row++) {
            int place = places.get(row);
            Traits traits = remembered.get(place);
            for (int column = 0; column < row; column++) {
                int other = places.get(column);
                covariance[row][column] = Prior.WORDS * likeness.applyAsDouble(traits, remembered.get(other))
                        + (Math.min(place, other) < old ? 0 : now(traits, remembered.get(other), place - other));
            }
            covariance[row][row] =
                    Prior.WORDS + Prior.noise(remembered.size() - place) + (place < old ? 0 : now(traits, traits, 0));
            rest[row] = off[place];
        }
        double[] pulls = Cholesky.of(covariance).solve(rest);
        double sum = 0;
        for (int row = 0; row < size; row++) {
            int place = places.get(row);
            Traits traits = remembered.get(place);
            sum += pulls[row]
                    * (Prior.WORDS * likeness.applyAsDouble(asked, traits)
                            + (place < old ? 0 : now(asked, traits, remembered.size() - place)));
        }
        return sum;
    }

    private static double now(Traits one, Traits other, int between) {
        return Prior.drift(Math.abs(between)) + Prior.covariance(one, other);
    }
}
