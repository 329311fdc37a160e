package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Learns what a person tends to from what they rated: the mean of a Gaussian process whose covariance is a sum over traits (that is, a
 * ridge regression), in which older labels count less. Nothing of other people enters. Deterministic; thread-safe.
 */
public final class TendencyLearner {

    /** Older ones count for nothing any more. */
    static final int MOST = 400;

    private final Scale scale;

    public TendencyLearner(Scale scale) {
        this.scale = requireNonNull(scale, "scale");
    }

    /**
     * All tendencies, and how each is supported.
     *
     * @param rated oldest first; none where it is not known how they rate
     */
    public Tendencies learn(List<Rated> rated) {
        List<Double> scores = rated.stream().map(Rated::score).toList();
        Level level = Level.of(scores, scale);
        List<Rated> latest = rated.subList(Math.max(0, rated.size() - MOST), rated.size());
        double[] pulls = pulls(latest, level);
        double lately = 0;
        for (int place = 0; place < pulls.length; place++) {
            lately += pulls[place] * (Prior.CONSTANT + Prior.drift(pulls.length - place));
        }
        return new Tendencies(level, lately * level.spread(), Habit.of(scores), effects(latest, pulls, level));
    }

    /** How much each label pulls, when all that it has in common with others is accounted for. */
    private static double[] pulls(List<Rated> rated, Level level) {
        int size = rated.size();
        double[][] covariance = new double[size][size];
        double[] off = new double[size];
        for (int row = 0; row < size; row++) {
            Traits traits = rated.get(row).traits();
            for (int column = 0; column <= row; column++) {
                Traits other = rated.get(column).traits();
                covariance[row][column] = Prior.CONSTANT
                        + Prior.drift(row - column)
                        + Prior.covariance(traits, other)
                        + Prior.WORDS * (row == column ? 1 : traits.resemblance(other));
            }
            covariance[row][row] += Prior.noise(size - row);
            off[row] = (rated.get(row).score() - level.mean()) / level.spread();
        }
        return Cholesky.of(covariance).solve(off);
    }

    private static List<Tendency> effects(List<Rated> rated, double[] pulls, Level level) {
        Set<Trait> traits = new TreeSet<>();
        rated.forEach(each -> traits.addAll(each.traits().weights().keySet()));
        List<Tendency> effects = new ArrayList<>();
        for (Trait trait : traits) {
            double effect = 0;
            for (int place = 0; place < pulls.length; place++) {
                effect +=
                        pulls[place] * Prior.covariance(trait, rated.get(place).traits());
            }
            effects.add(counted(trait, effect * level.spread(), rated, level));
        }
        effects.sort(Comparator.comparingDouble((Tendency tendency) -> -Math.abs(tendency.effect()))
                .thenComparing(Tendency::trait));
        return effects;
    }

    private static Tendency counted(Trait trait, double effect, List<Rated> rated, Level level) {
        Set<EpisodeId> evidence = new TreeSet<>();
        int with = 0;
        int of = 0;
        for (Rated each : rated) {
            double weight = each.traits().of(trait);
            if (weight != 0) {
                of++;
                with += (each.score() - level.mean()) * weight * effect > 0 ? 1 : 0;
                evidence.add(each.episode());
            }
        }
        return new Tendency(trait, effect, with, of, evidence);
    }
}
