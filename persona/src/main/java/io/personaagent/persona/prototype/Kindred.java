package io.personaagent.persona.prototype;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.tendency.Level;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.Tendency;
import io.personaagent.persona.tendency.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is guessed of a person from people like them. It speaks of what the person's own marks say nothing of, less with each of them, and
 * not at all from {@link #ENOUGH} on. It rests on nothing that the person said, so it is never a statement of their persona.
 */
public record Kindred(Prototype prototype) {

    /** Nothing is guessed. */
    public static final Kindred NONE = new Kindred(Prototype.NONE);

    /** Of so many marks of one's own on, those of others say nothing any more. */
    public static final int ENOUGH = 20;

    private static final int MOST_LINES = 8;

    public Kindred {
        requireNonNull(prototype, "prototype");
    }

    /** How much the guess counts beside so many marks of the person's own. */
    public double weight(int labels) {
        return prototype.isNone() ? 0 : Math.max(0, 1 - (double) labels / ENOUGH);
    }

    /** What to expect of somebody of whom nothing is known. */
    public Tendencies alone(Scale scale) {
        Tendencies usual = Tendencies.usual(scale);
        double mean = scale.low() + prototype.level() * (scale.high() - scale.low());
        Level level = new Level(
                prototype.isNone() ? usual.level().mean() : mean, usual.level().spread(), 0);
        return new Tendencies(level, 0, usual.habit(), guessed(level, Set.of(), weight(0)));
    }

    /** What the person's own marks say, with guesses for the traits that they say nothing of. */
    public Tendencies beside(Tendencies own) {
        Set<Trait> known = new HashSet<>();
        own.effects().forEach(each -> known.add(each.trait()));
        List<Tendency> all = new ArrayList<>(own.effects());
        all.addAll(guessed(own.level(), known, weight(own.level().labels())));
        return new Tendencies(own.level(), own.lately(), own.habit(), all);
    }

    /** The guesses in words, the strongest first; none where the person's own marks suffice. */
    public List<String> words(int labels) {
        if (weight(labels) == 0) {
            return List.of();
        }
        return prototype.shared().entrySet().stream()
                .sorted(Comparator.<Map.Entry<Trait, Prototype.Shared>>comparingDouble(
                                entry -> -Math.abs(entry.getValue().effect()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_LINES)
                .map(Kindred::line)
                .toList();
    }

    /** What is guessed, as a model is told it behind the persona; empty where nothing is. */
    public String block(int labels) {
        List<String> words = words(labels);
        return words.isEmpty()
                ? ""
                : "Not known of this person, but of people like them who agreed to be counted; whatever the person says goes before it:\n- "
                        + String.join("\n- ", words)
                        + "\n";
    }

    private static String line(Map.Entry<Trait, Prototype.Shared> entry) {
        Trait trait = entry.getKey();
        String what =
                switch (trait.kind()) {
                    case TOPIC -> trait.name();
                    case PERIOD -> "what is from about " + trait.name();
                    case BREADTH -> "what has many topics";
                };
        return "People like you tend to rate %s %s, from %d people."
                .formatted(
                        what,
                        entry.getValue().effect() > 0 ? "higher" : "lower",
                        entry.getValue().people());
    }

    private List<Tendency> guessed(Level level, Set<Trait> known, double weight) {
        List<Tendency> guessed = new ArrayList<>();
        if (weight > 0) {
            prototype.shared().forEach((trait, shared) -> {
                if (!known.contains(trait)) {
                    guessed.add(new Tendency(trait, weight * shared.effect() * level.spread(), 0, 0, Set.of()));
                }
            });
        }
        return guessed;
    }
}
