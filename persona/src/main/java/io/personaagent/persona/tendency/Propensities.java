package io.personaagent.persona.tendency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How likely a person is to give each label to what has a feature: {@code count(label, feature) / count(feature)}, shrunken towards how often
 * they give the label at all. Labels that they never gave are possible and unlikely.
 *
 * @param labels how often each was given
 * @param byFeature for each word or topic, how often each label was given to what has it
 */
public record Propensities(Map<String, Integer> labels, Map<String, Map<String, Integer>> byFeature) {

    /** Nothing is known. */
    public static final Propensities NONE = new Propensities(Map.of(), Map.of());

    /** What a label's overall share counts against the features', in things. */
    private static final double SHRINKAGE = 2;
    /** What is known of no label, spread over all. */
    private static final double OPEN = 1;

    public Propensities {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        byFeature.forEach((feature, counts) -> copy.put(feature, Map.copyOf(counts)));
        byFeature = Collections.unmodifiableMap(copy);
    }

    /** Counted over these. */
    public static Propensities of(List<Known> known) {
        Map<String, Integer> labels = new HashMap<>();
        Map<String, Map<String, Integer>> byFeature = new HashMap<>();
        for (Known each : known) {
            if (!each.label().isEmpty()) {
                labels.merge(each.label(), 1, Integer::sum);
                features(each.text()).forEach(feature -> byFeature
                        .computeIfAbsent(feature, first -> new HashMap<>())
                        .merge(each.label(), 1, Integer::sum));
            }
        }
        return new Propensities(labels, byFeature);
    }

    /** The logarithm of how likely a thing of this text gets the label, up to a constant. */
    double likelihood(String text, String label, int possible) {
        double share = share(label, possible);
        double sum = Math.log(share);
        for (String feature : features(text)) {
            sum += Math.log(propensity(feature, label, share) / share);
        }
        return sum;
    }

    /** How likely the label is for what has the feature. */
    double propensity(String feature, String label, double share) {
        Map<String, Integer> counts = byFeature.getOrDefault(feature, Map.of());
        int all = counts.values().stream().mapToInt(count -> count).sum();
        return (counts.getOrDefault(label, 0) + SHRINKAGE * share) / (all + SHRINKAGE);
    }

    private double share(String label, int possible) {
        int all = labels.values().stream().mapToInt(count -> count).sum();
        return (labels.getOrDefault(label, 0) + OPEN / possible) / (all + OPEN);
    }

    private static List<String> features(String text) {
        Traits traits = Traits.of(text);
        Set<String> features = new HashSet<>(traits.words());
        traits.weights().keySet().stream()
                .filter(trait -> trait.kind() == Trait.Kind.TOPIC)
                .forEach(trait -> features.add("topic " + trait.name()));
        List<String> sorted = new ArrayList<>(features);
        Collections.sort(sorted);
        return sorted;
    }
}
