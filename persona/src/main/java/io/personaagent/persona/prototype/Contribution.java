package io.personaagent.persona.prototype;

import io.personaagent.persona.tendency.Rated;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.Tendency;
import io.personaagent.persona.tendency.TendencyLearner;
import io.personaagent.persona.tendency.Trait;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one person adds to a prototype: how high they rate, and by how much more or less what has a trait of the {@link Vocabulary}. Bounded,
 * so that nobody weighs more than another. It is never written down.
 *
 * @param level their mean, as a share of the scale
 * @param effects by trait, in their own spreads, from -{@link #MOST} to {@link #MOST}
 */
public record Contribution(double level, Map<Trait, Double> effects) {

    /** An effect is cut off here. */
    public static final double MOST = 0.5;

    private static final int FEWEST_LABELS = 20;
    private static final int FEWEST_OF_TRAIT = 3;

    public Contribution {
        effects = Collections.unmodifiableMap(new TreeMap<>(effects));
        boolean open = effects.keySet().stream().anyMatch(trait -> !Vocabulary.has(trait));
        boolean wide = effects.values().stream().anyMatch(effect -> !(Math.abs(effect) <= MOST));
        if (open || wide || !(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException(
                    "a contribution holds a level from 0 to 1 and bounded effects of known traits only");
        }
    }

    /** Of somebody's marks, oldest first; nothing where there are too few to be told apart from chance. */
    public static Optional<Contribution> of(List<Rated> rated, Scale scale) {
        if (rated.size() < FEWEST_LABELS) {
            return Optional.empty();
        }
        Tendencies learnt = new TendencyLearner(scale).learn(rated);
        Map<Trait, Double> effects = new TreeMap<>();
        for (Tendency each : learnt.effects()) {
            if (each.of() >= FEWEST_OF_TRAIT && Vocabulary.has(each.trait())) {
                effects.put(each.trait(), bounded(each.effect() / learnt.level().spread(), -MOST, MOST));
            }
        }
        double share = (learnt.level().mean() - scale.low()) / (scale.high() - scale.low());
        return Optional.of(new Contribution(bounded(share, 0, 1), effects));
    }

    private static double bounded(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
