package io.personaagent.persona.choice;

import io.personaagent.memory.text.Terms;
import io.personaagent.persona.tendency.Belief;
import io.personaagent.persona.tendency.Trait;
import io.personaagent.persona.tendency.Traits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What something is about, in parts: its words, and each topic that it names.
 *
 * @param parts the terms of each part, and how much of the whole it is
 */
record Subject(List<Part> parts) {

    /** Parts that have less in common speak of different things. */
    private static final double LEAST = 0.45;

    /** How much less people differ in how they like a topic than in how they like a thing. */
    private static final double TOPIC =
            Math.sqrt(Belief.ofTopic("any").variance() / Belief.ofThing().variance());

    record Part(Set<String> terms, double weight) {
        Part {
            terms = Set.copyOf(terms);
        }

        private double likeness(Part other) {
            if (terms.isEmpty() || other.terms.isEmpty()) {
                return 0;
            }
            Set<String> shared = new HashSet<>(terms);
            shared.retainAll(other.terms);
            double like = shared.size() / Math.sqrt((double) terms.size() * other.terms.size());
            return like < LEAST ? 0 : like * weight;
        }
    }

    Subject {
        parts = List.copyOf(parts);
    }

    static Subject of(String thing) {
        Traits traits = Traits.of(thing);
        List<Part> parts = new ArrayList<>(List.of(part(String.join(" ", traits.words()), 1)));
        for (Map.Entry<Trait, Double> trait : traits.weights().entrySet()) {
            if (trait.getKey().kind() == Trait.Kind.TOPIC) {
                parts.add(part(trait.getKey().name(), TOPIC * trait.getValue()));
            }
        }
        return new Subject(parts);
    }

    private static Part part(String words, double weight) {
        return new Part(new HashSet<>(Terms.of(words)), weight);
    }

    /** How much it has of what another is about, from 0 to 1. */
    double likeness(Subject other) {
        double most = 0;
        for (Part mine : parts) {
            for (Part theirs : other.parts) {
                most = Math.max(most, mine.likeness(theirs));
            }
        }
        return most;
    }
}
