package io.personaagent.persona.prototype;

import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.Tendency;
import io.personaagent.persona.tendency.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The prototypes of a home: all people together, and groups of those who rate alike where there are enough. The same people give the same
 * prototypes, in whatever order they come.
 *
 * @param all all people together first, then the groups
 */
public record Prototypes(List<Prototype> all) {

    /** Nobody was counted. */
    public static final Prototypes NONE = new Prototypes(List.of());

    private static final int ROUNDS = 20;
    private static final int PER_GROUP = 4 * Prototype.FEWEST;
    private static final int MOST_GROUPS = 4;

    /** By what they hold, and not by who they are. */
    private static final Comparator<Contribution> ORDER = Comparator.comparingDouble(Contribution::level)
            .thenComparing(each -> each.effects().toString());

    public Prototypes {
        all = all.stream().filter(each -> !each.isNone()).toList();
    }

    /** Of these people. What is told of groups never leaves so few others that it would tell of those by subtraction. */
    public static Prototypes of(Collection<Contribution> contributions) {
        List<Contribution> people = contributions.stream().sorted(ORDER).toList();
        List<Prototype> made = new ArrayList<>(List.of(Prototype.of(people)));
        int count = Math.min(MOST_GROUPS, people.size() / PER_GROUP);
        List<List<Contribution>> groups = count > 1 ? grouped(people, count) : List.of();
        if (groups.stream().allMatch(group -> group.size() >= Prototype.FEWEST)) {
            Set<Trait> told = told(groups);
            groups.forEach(group -> made.add(Prototype.of(group).only(told)));
        }
        return new Prototypes(made);
    }

    /** Those that in each group either nobody holds or enough people do. */
    private static Set<Trait> told(List<List<Contribution>> groups) {
        Set<Trait> told = new TreeSet<>();
        groups.forEach(group -> group.forEach(each -> told.addAll(each.effects().keySet())));
        told.removeIf(trait -> groups.stream()
                .map(group -> holders(group, trait))
                .anyMatch(holders -> holders > 0 && holders < Prototype.FEWEST));
        return told;
    }

    private static long holders(List<Contribution> group, Trait trait) {
        return group.stream().filter(each -> each.effects().containsKey(trait)).count();
    }

    /** The one that is nearest to what the person's own marks say; all people together where they say nothing. */
    public Kindred nearest(Tendencies own) {
        return all.stream()
                .min(Comparator.comparingDouble(each -> distance(each, own)))
                .map(Kindred::new)
                .orElse(Kindred.NONE);
    }

    /** The same, for what a persona says. */
    public Kindred nearest(List<String> statements) {
        return Sentences.read(statements)
                .map(this::nearest)
                .orElseGet(() -> all.isEmpty() ? Kindred.NONE : new Kindred(all.get(0)));
    }

    private static double distance(Prototype prototype, Tendencies own) {
        double sum = 0;
        for (Tendency each : own.effects()) {
            Prototype.Shared shared = prototype.shared().get(each.trait());
            double off = each.effect() / own.level().spread() - (shared == null ? 0 : shared.effect());
            sum += off * off;
        }
        return sum;
    }

    /** Moves everybody to the nearest middle, from people who are spread over the order. */
    private static List<List<Contribution>> grouped(List<Contribution> people, int groups) {
        List<Map<Trait, Double>> middles = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            middles.add(
                    people.get((2 * group + 1) * people.size() / (2 * groups)).effects());
        }
        List<List<Contribution>> members = assigned(people, middles);
        for (int round = 0; round < ROUNDS; round++) {
            middles = members.stream().map(Prototypes::middle).toList();
            members = assigned(people, middles);
        }
        return members;
    }

    private static List<List<Contribution>> assigned(List<Contribution> people, List<Map<Trait, Double>> middles) {
        List<List<Contribution>> members = new ArrayList<>();
        middles.forEach(each -> members.add(new ArrayList<>()));
        for (Contribution person : people) {
            int nearest = 0;
            for (int group = 1; group < middles.size(); group++) {
                nearest =
                        distance(person, middles.get(group)) < distance(person, middles.get(nearest)) ? group : nearest;
            }
            members.get(nearest).add(person);
        }
        return members;
    }

    private static double distance(Contribution person, Map<Trait, Double> middle) {
        double sum = 0;
        for (Map.Entry<Trait, Double> effect : person.effects().entrySet()) {
            double off = effect.getValue() - middle.getOrDefault(effect.getKey(), 0.0);
            sum += off * off;
        }
        return sum;
    }

    private static Map<Trait, Double> middle(List<Contribution> members) {
        Map<Trait, Double> sums = new TreeMap<>();
        members.forEach(each -> each.effects().forEach((trait, effect) -> sums.merge(trait, effect, Double::sum)));
        sums.replaceAll((trait, sum) -> sum / members.size());
        return sums;
    }
}
