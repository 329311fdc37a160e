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
     * In points; 0 where nothing remembered resembles it.
     *
     * @param remembered oldest first
     * @param off by how much each was rated higher than was to be expected
     */
    double of(Traits asked, List<Traits> remembered, double[] off) {
        List<Integer> places = IntStream.range(0, remembered.size())
                .boxed()
                .filter(place -> likeness.applyAsDouble(asked, remembered.get(place)) > 0)
                .sorted(Comparator.comparingDouble(
                                (Integer place) -> -likeness.applyAsDouble(asked, remembered.get(place)))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(most)
                .toList();
        int size = places.size();
        double[][] covariance = new double[size][size];
        double[] rest = new double[size];
        for (int row = 0; row < size; row++) {
            Traits traits = remembered.get(places.get(row));
            for (int column = 0; column < row; column++) {
                covariance[row][column] =
                        Prior.WORDS * likeness.applyAsDouble(traits, remembered.get(places.get(column)));
            }
            covariance[row][row] = Prior.WORDS + Prior.noise(remembered.size() - places.get(row));
            rest[row] = off[places.get(row)];
        }
        double[] pulls = Cholesky.of(covariance).solve(rest);
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += pulls[row] * Prior.WORDS * likeness.applyAsDouble(asked, remembered.get(places.get(row)));
        }
        return sum;
    }
}
