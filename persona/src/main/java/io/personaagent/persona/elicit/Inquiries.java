package io.personaagent.persona.elicit;

import io.personaagent.persona.choice.Leanings;
import io.personaagent.persona.choice.Reason;
import io.personaagent.persona.tendency.Belief;
import io.personaagent.persona.tendency.Trait;
import io.personaagent.persona.tendency.Traits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which likings could be asked for before something is chosen, and how much each answer would help: by what is known of the person, and by
 * how far people differ where nothing is. Asks no model; the same is asked for the same.
 */
public final class Inquiries {

    /** What helps less is not worth a question. */
    private static final double LEAST = 0.02;
    /** Against liking it or not: what one would do otherwise. */
    private static final String OTHERWISE = "";

    private final Leanings leanings;

    public Inquiries(Leanings leanings) {
        this.leanings = leanings;
    }

    /** All that could be asked to choose one of these, the most helpful first; equals in the order of the options. */
    public List<Inquiry> between(List<String> options) {
        Map<String, Belief> beliefs = new LinkedHashMap<>();
        List<Map<String, Double>> shares = new ArrayList<>();
        for (String option : options) {
            Map<String, Double> share = shares(option);
            shares.add(share);
            share.keySet().forEach(object -> beliefs.computeIfAbsent(object, first -> belief(object, option)));
        }
        List<Double> worths =
                options.stream().map(option -> leanings.weigh(option).worth()).toList();
        return beliefs.entrySet().stream()
                .map(entry -> new Inquiry(
                        entry.getKey(),
                        Gain.of(
                                entry.getValue(),
                                worths,
                                shares.stream()
                                        .map(share -> share.getOrDefault(entry.getKey(), 0.0))
                                        .toList())))
                .sorted(Comparator.comparingDouble(inquiry -> -inquiry.gain()))
                .toList();
    }

    /** The most helpful question for choosing one of these; empty where none helps enough. */
    public Optional<Inquiry> best(List<String> options) {
        return between(options).stream().findFirst().filter(inquiry -> inquiry.gain() >= LEAST);
    }

    /** The most helpful question for telling whether something is liked; empty where none but itself could be asked. */
    public Optional<Inquiry> about(String thing) {
        return isPlain(thing) ? Optional.empty() : best(List.of(thing, OTHERWISE));
    }

    /** A thing without topics stands for itself. */
    private static Map<String, Double> shares(String option) {
        Map<String, Double> shares = new LinkedHashMap<>();
        if (option.equals(OTHERWISE)) {
            return shares;
        }
        Traits.of(option).weights().forEach((trait, weight) -> {
            if (trait.kind() == Trait.Kind.TOPIC) {
                shares.put(trait.name(), weight);
            }
        });
        if (shares.isEmpty()) {
            shares.put(option, 1.0);
        }
        return shares;
    }

    private static boolean isPlain(String thing) {
        return shares(thing).containsKey(thing);
    }

    private Belief belief(String object, String option) {
        Belief belief = object.equals(option) ? Belief.ofThing() : Belief.ofTopic(object);
        for (Reason reason : leanings.weigh("Of it. Topics: " + object).reasons()) {
            belief = belief.seen(reason.worth(), reason.seen());
        }
        return belief;
    }
}
