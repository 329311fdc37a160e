package io.personaagent.persona.tendency;

import io.personaagent.memory.episode.EpisodeId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tendencies as sentences, and back: the numbers in the sentences are the ones that are used, so who edits a sentence changes what is
 * predicted.
 */
public final class Sentences {

    private static final String NUMBER = "(-?\\d{1,4}(?:\\.\\d{1,4})?)";
    private static final Pattern LEVEL =
            Pattern.compile("Gives " + NUMBER + " on average, give or take " + NUMBER + ", in (\\d{1,9}) ratings?\\.");
    private static final Pattern LATELY = Pattern.compile("Lately gives " + NUMBER + " (more|less) than that\\.");
    private static final Pattern HABIT = Pattern.compile("Gave of late: (.+)\\.");
    private static final Pattern COUNT = Pattern.compile(NUMBER + " \\((\\d{1,4})x\\)");
    private static final Pattern EFFECT =
            Pattern.compile("Rates (.+) " + NUMBER + " (above|below) their mean, (\\d{1,6}) of (\\d{1,6})\\.");
    private static final Pattern YEAR = Pattern.compile("what is from about (\\d{4})");
    private static final String MORE_TOPICS = "each topic beyond the usual two or three";

    private Sentences() {}

    /** All that is worth saying, in at most so many bytes of UTF-8: the level, the habit, and then the strongest effects. */
    public static List<Sentence> of(Tendencies tendencies, int bytes) {
        List<Sentence> all = new ArrayList<>();
        Set<EpisodeId> evidence = tendencies.effects().stream()
                .flatMap(effect -> effect.evidence().stream())
                .collect(Collectors.toSet());
        Level level = tendencies.level();
        all.add(new Sentence(
                "rates-level",
                "Gives %s on average, give or take %s, in %d ratings."
                        .formatted(number(level.mean()), number(level.spread()), level.labels()),
                evidence));
        if (!number(tendencies.lately()).matches("-?0\\.00")) {
            all.add(new Sentence(
                    "rates-lately",
                    "Lately gives %s %s than that."
                            .formatted(
                                    number(Math.abs(tendencies.lately())), tendencies.lately() > 0 ? "more" : "less"),
                    evidence));
        }
        if (!tendencies.habit().counts().isEmpty()) {
            String counts = tendencies.habit().counts().entrySet().stream()
                    .map(entry -> "%s (%dx)".formatted(number(entry.getKey()), entry.getValue()))
                    .collect(Collectors.joining(", "));
            all.add(new Sentence("rates-habit", "Gave of late: %s.".formatted(counts), evidence));
        }
        tendencies.effects().stream()
                .filter(effect -> !number(effect.effect()).matches("-?0\\.00"))
                .forEach(effect -> all.add(new Sentence(id(effect.trait()), text(effect), effect.evidence())));
        return within(all, bytes);
    }

    /** What sentences say in numbers; those that are none of these say nothing here. Empty where none tells the level. */
    public static Optional<Tendencies> read(List<String> sentences) {
        Optional<Level> level = first(LEVEL, sentences)
                .map(found -> new Level(
                        Double.parseDouble(found.group(1)),
                        Math.max(0.01, Double.parseDouble(found.group(2))),
                        Integer.parseInt(found.group(3))));
        double lately = first(LATELY, sentences)
                .map(found ->
                        Double.parseDouble(found.group(1)) * (found.group(2).equals("more") ? 1 : -1))
                .orElse(0.0);
        Habit habit =
                first(HABIT, sentences).map(found -> habit(found.group(1))).orElse(Habit.NONE);
        return level.map(known -> new Tendencies(known, lately, habit, effects(sentences)));
    }

    /** The effect that one sentence says; empty for any other sentence. */
    public static Optional<Tendency> effect(String sentence) {
        return effects(List.of(sentence)).stream().findFirst();
    }

    /** Whether a sentence tells how somebody rates. */
    public static boolean isOne(String sentence) {
        return Stream.of(LEVEL, LATELY, HABIT, EFFECT)
                .anyMatch(form -> form.matcher(sentence).matches());
    }

    /** How many marks of the person the sentences rest on; 0 where none says so. */
    public static int labels(List<String> sentences) {
        return read(sentences).map(known -> known.level().labels()).orElse(0);
    }

    private static List<Tendency> effects(List<String> sentences) {
        List<Tendency> effects = new ArrayList<>();
        Set<Trait> seen = new HashSet<>();
        for (String sentence : sentences) {
            Matcher found = EFFECT.matcher(sentence);
            if (found.matches() && seen.add(trait(found.group(1)))) {
                int of = Integer.parseInt(found.group(5));
                effects.add(new Tendency(
                        trait(found.group(1)),
                        Double.parseDouble(found.group(2)) * (found.group(3).equals("above") ? 1 : -1),
                        Math.min(of, Integer.parseInt(found.group(4))),
                        of,
                        Set.of()));
            }
        }
        return effects;
    }

    private static Optional<MatchResult> first(Pattern pattern, List<String> sentences) {
        return sentences.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .findFirst();
    }

    private static Habit habit(String counts) {
        Map<Double, Integer> read = new TreeMap<>();
        Matcher count = COUNT.matcher(counts);
        while (count.find()) {
            int times = Integer.parseInt(count.group(2));
            if (times > 0) {
                read.put(Double.parseDouble(count.group(1)), times);
            }
        }
        return new Habit(read);
    }

    private static String text(Tendency tendency) {
        return "Rates %s %s %s their mean, %d of %d."
                .formatted(
                        words(tendency.trait()),
                        number(Math.abs(tendency.effect())),
                        tendency.effect() > 0 ? "above" : "below",
                        tendency.with(),
                        tendency.of());
    }

    private static String words(Trait trait) {
        return switch (trait.kind()) {
            case TOPIC -> trait.name();
            case PERIOD -> "what is from about " + trait.name();
            case BREADTH -> MORE_TOPICS;
        };
    }

    private static Trait trait(String words) {
        Matcher year = YEAR.matcher(words);
        if (year.matches()) {
            return Trait.period(Integer.parseInt(year.group(1)));
        }
        return words.equals(MORE_TOPICS) ? Trait.BREADTH : Trait.topic(words);
    }

    /** Names in other scripts, and long ones, get a digest, so that two of them never share an id. */
    private static String id(Trait trait) {
        String name = trait.name().toLowerCase(Locale.ROOT);
        String plain = name.matches("[a-z0-9][a-z0-9 -]{0,39}")
                ? name.replace(' ', '-')
                : UUID.nameUUIDFromBytes(trait.name().getBytes(StandardCharsets.UTF_8))
                        .toString();
        return "rates-%s-%s".formatted(trait.kind().name().toLowerCase(Locale.ROOT), plain);
    }

    private static List<Sentence> within(List<Sentence> all, int bytes) {
        List<Sentence> kept = new ArrayList<>();
        int left = bytes;
        for (Sentence sentence : all) {
            left -= sentence.text().getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                return kept;
            }
            kept.add(sentence);
        }
        return kept;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
