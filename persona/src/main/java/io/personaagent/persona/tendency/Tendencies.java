package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of how a person rates.
 *
 * @param level what they usually give
 * @param lately by how much they differ from it now, in points
 * @param habit which scores they like to give
 * @param effects by trait, each once, the strongest first
 */
public record Tendencies(Level level, double lately, Habit habit, List<Tendency> effects) {

    public Tendencies {
        requireNonNull(level, "level");
        requireNonNull(habit, "habit");
        effects = List.copyOf(effects);
        Map<Trait, Tendency> once = new LinkedHashMap<>();
        for (Tendency effect : effects) {
            if (once.put(effect.trait(), effect) != null) {
                throw new IllegalArgumentException("there are two tendencies for " + effect.trait());
            }
        }
    }

    /** Of somebody of whom nothing is known. */
    public static Tendencies usual(Scale scale) {
        return new Tendencies(scale.usual(), 0, Habit.NONE, List.of());
    }

    /** The score to be expected for something with these traits. */
    public double expected(Traits traits) {
        double sum = level.mean() + lately;
        for (Tendency tendency : effects) {
            sum += tendency.effect() * traits.of(tendency.trait());
        }
        return sum;
    }
}
