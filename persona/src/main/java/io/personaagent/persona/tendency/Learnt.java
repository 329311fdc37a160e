package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.Persona;
import java.util.List;
import java.util.Map;

/**
 * What was learnt from a person's labels.
 *
 * @param scores how they rate
 * @param labels how they name things
 */
public record Learnt(Tendencies scores, Propensities labels) {
    public Learnt {
        requireNonNull(scores, "scores");
        requireNonNull(labels, "labels");
    }

    /** Nothing: what is usual on the scale. */
    public static Learnt nothing(Scale scale) {
        return new Learnt(flat(scale.usual()), Propensities.NONE);
    }

    /** What a summary of the labels tells before any alignment: how high they are, and how often each was given. */
    public static Learnt summary(List<Known> known, Scale scale) {
        List<Double> scores =
                Memories.of(known).rated().stream().map(Rated::score).toList();
        return new Learnt(
                flat(Level.of(scores, scale)),
                new Propensities(Propensities.of(known).labels(), Map.of()));
    }

    /** What alignment makes of the labels, oldest first, to the precision and within the length in which it stands in a persona. */
    public static Learnt aligned(List<Known> known, Scale scale) {
        Tendencies learnt = new TendencyLearner(scale).learn(Memories.of(known).rated());
        List<String> said = Sentences.of(learnt, Persona.MAX_BYTES).stream()
                .map(Sentence::text)
                .toList();
        return new Learnt(Sentences.read(said).orElse(learnt), Propensities.of(known));
    }

    private static Tendencies flat(Level level) {
        return new Tendencies(level, 0, Habit.NONE, List.of());
    }
}
