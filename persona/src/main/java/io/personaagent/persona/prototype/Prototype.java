package io.personaagent.persona.prototype;

import io.personaagent.persona.tendency.Trait;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What people who rate alike have in common. Every number in it is a rounded mean over at least {@link #FEWEST} of them.
 *
 * @param people how many they are; 0 where nothing is known
 * @param level how high they rate, as a share of the scale, in steps of .05
 * @param shared by trait
 */
public record Prototype(int people, double level, Map<Trait, Shared> shared) {

    /** Fewer people than this are never counted together. */
    public static final int FEWEST = 5;

    /** Nothing is known of anybody. */
    public static final Prototype NONE = new Prototype(0, 0.5, Map.of());

    private static final double STEP = 0.1;
    private static final double LEVEL_STEP = 0.05;

    /**
     * By how much more or less they rate what has a trait.
     *
     * @param effect the mean, in spreads, in steps of .1
     * @param people how many of them it is counted over
     */
    public record Shared(double effect, int people) {
        public Shared {
            if (people < FEWEST || !(Math.abs(effect) <= Contribution.MOST)) {
                throw new IllegalArgumentException(
                        "what %d people share is not told; it takes at least %d".formatted(people, FEWEST));
            }
        }
    }

    public Prototype {
        shared = Collections.unmodifiableMap(new TreeMap<>(shared));
        boolean few = people < FEWEST && !(people == 0 && shared.isEmpty());
        if (few || !(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException(
                    "a prototype of %d people is none; it takes at least %d".formatted(people, FEWEST));
        }
        if (shared.keySet().stream().anyMatch(trait -> !Vocabulary.has(trait))
                || shared.values().stream().anyMatch(each -> each.people() > people)) {
            throw new IllegalArgumentException("a prototype holds known traits of its own people only");
        }
    }

    /** Of these people; {@link #NONE} where they are too few. */
    public static Prototype of(Collection<Contribution> contributions) {
        if (contributions.size() < FEWEST) {
            return NONE;
        }
        Map<Trait, List<Double>> effects = new TreeMap<>();
        for (Contribution each : contributions) {
            each.effects().forEach((trait, effect) -> effects.merge(trait, List.of(effect), Prototype::both));
        }
        Map<Trait, Shared> shared = new TreeMap<>();
        effects.forEach((trait, held) -> {
            double mean = rounded(mean(held), STEP);
            if (held.size() >= FEWEST && mean != 0) {
                shared.put(trait, new Shared(mean, held.size()));
            }
        });
        List<Double> levels = contributions.stream().map(Contribution::level).toList();
        return new Prototype(contributions.size(), rounded(mean(levels), LEVEL_STEP), shared);
    }

    /** The same, of these traits only. */
    Prototype only(Set<Trait> told) {
        Map<Trait, Shared> left = new TreeMap<>(shared);
        left.keySet().retainAll(told);
        return new Prototype(people, level, left);
    }

    public boolean isNone() {
        return people == 0;
    }

    private static List<Double> both(List<Double> one, List<Double> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** In rising order, so that the same people always give the same. */
    private static double mean(List<Double> values) {
        return values.stream().sorted().mapToDouble(value -> value).sum() / values.size();
    }

    private static double rounded(double value, double step) {
        double steps = Math.round(value / step);
        return steps == 0 ? 0 : Math.round(steps * step * 100) / 100.0;
    }
}
