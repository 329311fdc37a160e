package io.personaagent.persona.choice;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.text.SameText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question for what the person would choose: {@code Should I watch Alien or Airplane?} English. A question for what happened, such as
 * {@code Was it Monday or Tuesday?}, is none.
 *
 * @param text the whole question
 * @param options what is to be chosen from, at least two, as they were said
 */
public record ChoiceQuestion(String text, List<String> options) {

    private static final int LONGEST = 2_000;
    private static final int MOST_OPTIONS = 8;
    private static final int SHORT = 4;
    private static final String OPENING = "(?is)\\s*(?:(?:and|so|well|ok|okay|hey|please|then|tell me)\\b[,:]? )*";
    private static final String TAKING =
            "(?:watch|see|read|eat|drink|have|order|buy|get|play|listen to|hear|try|choose|pick|take|cook|make|visit|wear|go for|go with)";
    private static final String LIKING = "(?:prefer|like|love|enjoy|choose|pick|rate)";

    private static final List<Pattern> FORMS = Stream.of(
                    "should i (?:rather )?" + TAKING + " (.+)",
                    "(?:would|will|might|do) i (?:rather|" + LIKING + ")(?: to)?(?: rather)?(?: " + TAKING + ")? (.+)",
                    "(?:which|what)(?: [\\p{L}']+){0,4}? (?:would|should|will|might|do) i (?:rather |really )?(?:"
                            + LIKING + "|" + TAKING + ")(?: [\\p{L}\\p{N}']+){0,8}?[,:–—] (.+)")
            .map(form -> Pattern.compile(OPENING + form))
            .toList();
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"“”]{1,300})[\"”]");
    private static final Pattern OR = Pattern.compile("(?i),?\\s+or\\s+(?:rather\\s+)?");
    private static final Pattern TAIL =
            Pattern.compile("(?i)[\\s,]*(?:\\b(?:better|more|higher|best|most)\\b)?[\\s?.!]*$");
    private static final Set<String> NO_OPTIONS = Set.of(
            "i", "you", "he", "she", "it", "we", "they", "is", "are", "was", "were", "am", "do", "does", "did", "can",
            "could", "will", "would", "should", "have", "has", "had", "may", "might", "must", "who", "what", "when",
            "where", "why", "how", "which", "whose", "in", "on", "at", "by", "to", "if", "yes", "no", "not", "my");

    public ChoiceQuestion {
        requireNonNull(text, "text");
        options = List.copyOf(options);
        if (options.size() < 2) {
            throw new IllegalArgumentException(
                    "a choice needs at least 2 options, but has %d".formatted(options.size()));
        }
    }

    /** The one that a message asks; empty when it asks something else. */
    public static Optional<ChoiceQuestion> in(String message) {
        if (message.length() > LONGEST || !OR.matcher(message).find()) {
            return Optional.empty();
        }
        return FORMS.stream()
                .map(form -> form.matcher(message.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> options(found.group(1)))
                .or(() -> bare(message.strip()))
                .filter(ChoiceQuestion::areOptions)
                .map(options -> new ChoiceQuestion(message, options));
    }

    /** The only option that an answer names, first of all in its first line; what is part of a longer option that it names is not meant. */
    public static Optional<String> named(List<String> options, String answer) {
        return onlyNamed(options, answer)
                .or(() -> answer.lines().findFirst().flatMap(line -> onlyNamed(options, line)));
    }

    private static Optional<String> onlyNamed(List<String> options, String answer) {
        List<String> named = options.stream()
                .filter(option -> SameText.within(option, answer))
                .toList();
        List<String> longest = named.stream()
                .filter(option ->
                        named.stream().noneMatch(other -> !same(other, option) && SameText.within(option, other)))
                .toList();
        return longest.size() == 1 ? Optional.of(longest.get(0)) : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return SameText.of(one).equals(SameText.of(other));
    }

    private static List<String> options(String words) {
        List<String> quoted =
                QUOTED.matcher(words).results().map(match -> match.group(1)).toList();
        if (quoted.size() > 1) {
            return quoted.stream().map(String::strip).toList();
        }
        String bare = TAIL.matcher(words).replaceFirst("");
        // The commas of "Genres: Horror, Sci-Fi" part no options.
        return OR.splitAsStream(bare)
                .flatMap(part -> bare.contains(": ") ? Stream.of(part) : Arrays.stream(part.split(",\\s+", -1)))
                .map(String::strip)
                .toList();
    }

    /** "Tea or coffee?" */
    private static Optional<List<String>> bare(String message) {
        return Optional.of(message)
                .filter(text -> text.endsWith("?"))
                .map(ChoiceQuestion::options)
                .filter(options -> options.stream().allMatch(ChoiceQuestion::isShort));
    }

    private static boolean isShort(String option) {
        List<String> words = Pattern.compile("[\\p{L}\\p{M}\\p{N}']+")
                .matcher(SameText.of(option))
                .results()
                .map(MatchResult::group)
                .toList();
        return !words.isEmpty() && words.size() <= SHORT && words.stream().noneMatch(NO_OPTIONS::contains);
    }

    private static boolean areOptions(List<String> options) {
        long different = options.stream()
                .map(SameText::of)
                .filter(text -> !text.isEmpty())
                .distinct()
                .count();
        return options.size() >= 2 && options.size() <= MOST_OPTIONS && different == options.size();
    }
}
