package io.personaagent.tools;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of several things a sentence asks for: the first that it names without turning it down. English. */
final class Mentions {

    /** "Not miles", "hates long answers in german"; but in "does not like miles, wants km" only the miles are turned down. */
    private static final Pattern TURNED_DOWN = Pattern.compile(
            "(?iu)(?:\\b(?:not|no|never|hates?|dislikes?|avoids?|without|than|over|instead of|unlike)|n['’]t)"
                    + "(?:\\s+(?!(?:wants|prefers|uses|likes|but)\\b)[^\\s,;:.]+){0,4}\\s+[\"“]?$");

    private Mentions() {}

    /** @param words what each thing is called */
    static Optional<String> first(String sentence, Map<String, List<String>> words) {
        return words.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .flatMap(word -> wanted(sentence, word))
                        .map(place -> Map.entry(place, each.getKey())))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private static Stream<Integer> wanted(String sentence, String word) {
        if (!sentence.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
            return Stream.empty();
        }
        Matcher found = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(sentence);
        return found.results().map(MatchResult::start).filter(place -> !TURNED_DOWN
                .matcher(sentence.substring(0, place))
                .find());
    }
}
