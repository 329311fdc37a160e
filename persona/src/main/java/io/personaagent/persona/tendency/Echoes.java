package io.personaagent.persona.tendency;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * What single remembered things add to the tendencies: how far the ones that share words with the asked one were rated otherwise than was to
 * be expected (the parts of a series, the books of one author), and how far news, of which the tendencies do not know yet, were.
 */
final class Echoes {

    private final int most;
    private final ToDoubleBiFunction<Traits, Traits> likeness;

    /**
     * Something remembered.
     *
     * @param age how many were rated since, and this one
     * @param off by how much it was rated higher than was to be expected
     * @param news whether it is not in what was to be expected: then it tells how the person rates, whatever it resembles
     */
    record Echo(Traits traits, int age, double off, boolean news) {}

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

    /** In points; 0 where nothing remembered says anything about it. */
    double of(Traits asked, List<Echo> remembered) {
        Echo wanted = new Echo(asked, 0, 0, true);
        List<Echo> speaking = speaking(wanted, remembered);
        double[] pulls = pulls(speaking);
        return IntStream.range(0, pulls.length)
                .mapToDouble(place -> pulls[place] * covariance(wanted, speaking.get(place)))
                .sum();
    }

    /** The most alike first, of equals the newest. */
    private List<Echo> speaking(Echo wanted, List<Echo> remembered) {
        return remembered.stream()
                .filter(each -> each.news || alike(wanted, each) > 0)
                .sorted(Comparator.comparingDouble((Echo each) -> -alike(wanted, each))
                        .thenComparing(Echo::age))
                .limit(most)
                .toList();
    }

    /** How much each pulls, when all that it has in common with others is accounted for. */
    private double[] pulls(List<Echo> speaking) {
        int size = speaking.size();
        double[][] covariance = new double[size][size];
        double[] off = new double[size];
        for (int row = 0; row < size; row++) {
            Echo echo = speaking.get(row);
            for (int column = 0; column < row; column++) {
                covariance[row][column] = covariance(echo, speaking.get(column));
            }
            covariance[row][row] = Prior.WORDS + untold(echo, echo) + Prior.noise(echo.age);
            off[row] = echo.off;
        }
        return Cholesky.of(covariance).solve(off);
    }

    private double covariance(Echo one, Echo other) {
        return Prior.WORDS * alike(one, other) + untold(one, other);
    }

    private double alike(Echo one, Echo other) {
        return likeness.applyAsDouble(one.traits, other.traits);
    }

    /** What the tendencies say already of what they know is not said again. */
    private static double untold(Echo one, Echo other) {
        return one.news && other.news
                ? Prior.drift(Math.abs(one.age - other.age)) + Prior.covariance(one.traits, other.traits)
                : 0;
    }
}
