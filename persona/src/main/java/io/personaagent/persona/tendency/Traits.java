package io.personaagent.persona.tendency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is told of a thing by its description. Immutable. */
public final class Traits {

    private static final Pattern LIST =
            Pattern.compile("[.;\\n]\\s*\\p{Lu}[\\p{L} ]{1,30}: ([^.;:\\n]{1,300})\\.?\\s*$");
    private static final Pattern YEAR = Pattern.compile("\\((1[89]\\d\\d|20\\d\\d)(?:[-–]\\d{0,4})?\\)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final Set<String> SAY_NOTHING = Set.of(
            "the", "a", "an", "of", "and", "in", "to", "on", "for", "la", "le", "les", "de", "at", "with", "from", "me",
            "my", "you", "i", "is", "it", "this", "that", "was", "are", "be", "as", "by", "or");
    private static final int STEP = 5;
    private static final double USUAL_TOPICS = 2.5;
    private static final double MOST_BREADTH = 3;

    private final Map<Trait, Double> weights;
    private final Set<String> words;
    private final Set<String> terms;

    private Traits(Map<Trait, Double> weights, Set<String> words) {
        this.weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        this.words = Set.copyOf(words);
        Set<String> all = new HashSet<>(words);
        weights.keySet().stream()
                .filter(trait -> trait.kind() == Trait.Kind.TOPIC)
                .forEach(trait -> all.add("topic " + trait.name()));
        this.terms = Set.copyOf(all);
    }

    /**
     * Reads a description: a year in parentheses, a list behind a name and a colon at its end ({@code Genres: Comedy, Horror}), and the
     * words before the list.
     */
    public static Traits of(String description) {
        Matcher list = LIST.matcher(description);
        List<String> topics = new ArrayList<>();
        String rest = description;
        if (list.find()) {
            topics.addAll(entries(list.group(1)));
            rest = description.substring(0, list.start());
        }
        Map<Trait, Double> weights = new TreeMap<>();
        topics.forEach(topic -> weights.put(Trait.topic(topic), 1 / Math.sqrt(topics.size())));
        if (!topics.isEmpty()) {
            weights.put(Trait.BREADTH, Math.min(MOST_BREADTH, topics.size() - USUAL_TOPICS));
        }
        Matcher year = YEAR.matcher(rest);
        if (year.find()) {
            period(Integer.parseInt(year.group(1)), weights);
            rest = rest.substring(0, year.start()) + rest.substring(year.end());
        }
        return new Traits(weights, words(rest));
    }

    /** How much it has of each trait. */
    public Map<Trait, Double> weights() {
        return weights;
    }

    /** The words of its description that say something, without its topics. */
    public Set<String> words() {
        return words;
    }

    /** How much of a trait, 0 where it is not there. */
    double of(Trait trait) {
        return weights.getOrDefault(trait, 0.0);
    }

    /** The share of words in common: from 0 to 1, the cosine of the sets. */
    double resemblance(Traits other) {
        return cosine(words, other.words);
    }

    /** The same over words and topics: as one would find it by its whole text. */
    double likeness(Traits other) {
        return cosine(terms, other.terms);
    }

    private static double cosine(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        double common = 0;
        for (String term : one) {
            common += other.contains(term) ? 1 : 0;
        }
        return common / Math.sqrt((double) one.size() * other.size());
    }

    private static List<String> entries(String list) {
        List<String> entries = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            String name = entry.strip();
            if (!name.isEmpty() && !name.startsWith("(") && !entries.contains(name)) {
                entries.add(name);
            }
        }
        return entries;
    }

    private static void period(int year, Map<Trait, Double> weights) {
        int before = year / STEP * STEP;
        double beyond = (double) (year - before) / STEP;
        weights.put(Trait.period(before), 1 - beyond);
        if (beyond > 0) {
            weights.put(Trait.period(before + STEP), beyond);
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        words.removeAll(SAY_NOTHING);
        return words;
    }
}
