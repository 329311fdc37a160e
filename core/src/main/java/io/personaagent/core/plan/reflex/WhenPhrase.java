package io.personaagent.core.plan.reflex;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which words say when. It only finds them: what they mean is for the tool to read. */
final class WhenPhrase {

    /** No phrase that says when has more words. */
    static final int MAX_WORDS = 12;

    private static final Set<String> PREPOSITIONS = Set.of("in", "at", "on", "by", "around", "before", "after", "for");
    private static final Set<String> DAYS = Stream.concat(
                    words("today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday"),
                    words(
                            "mon tue wed thu fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PARTS = words("morning afternoon evening night noon midnight o'clock lunchtime")
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> UNITS = Stream.concat(
                    words("second seconds minute minutes min mins hour hours hr hrs day days week weeks weekend month"),
                    words(
                            "months year years january february march april may june july august september october november"
                                    + " december jan feb mar apr jun jul aug sep sept oct nov dec"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> NUMBERS = Stream.concat(
                    words("one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"),
                    words("fifty half quarter a an couple few"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> GLUE = words(
                    "am pm a.m p.m past to and the of next this coming every from now later" + " end early late")
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern CLOCK =
            Pattern.compile("\\d{1,2}([:.]\\d{2}){1,2}(am|pm)?|\\d{1,2}(am|pm|h)|\\d{4}-\\d{2}-\\d{2}(t[\\d:]+)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}(st|nd|rd|th|min|h|s|d)?");

    private WhenPhrase() {}

    /** Whether the whole text says when. */
    static boolean matches(String text) {
        if (text.length() > 200) {
            return false;
        }
        List<String> words = Utterance.words(text);
        return !words.isEmpty()
                && words.size() <= MAX_WORDS
                && begins(words)
                && words.stream().allMatch(WhenPhrase::belongs)
                && words.stream().anyMatch(word -> carries(word));
    }

    /** Where the longest phrase at the end of the text begins that says when, and that has something before it. */
    static Optional<Integer> atEnd(String text) {
        int from = text.length();
        int found = -1;
        for (int words = 0; words < MAX_WORDS && from > 0; words++) {
            from = text.lastIndexOf(' ', from - 1);
            if (from > 0 && matches(text.substring(from + 1))) {
                found = from + 1;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(found);
    }

    private static boolean begins(List<String> words) {
        String first = words.get(0);
        if (PREPOSITIONS.contains(first)) {
            return words.size() > 1
                    && !PREPOSITIONS.contains(words.get(1))
                    && !words.get(1).equals("to");
        }
        return isAnchor(first)
                || (words.size() > 1
                        && Set.of("next", "this", "every", "later", "early", "the")
                                .contains(first))
                || (words.size() > 1
                        && (COUNT.matcher(first).matches() || NUMBERS.contains(first))
                        && UNITS.contains(words.get(1)));
    }

    private static boolean belongs(String word) {
        return carries(word) || NUMBERS.contains(word) || GLUE.contains(word) || PREPOSITIONS.contains(word);
    }

    private static boolean carries(String word) {
        return isAnchor(word)
                || UNITS.contains(word)
                || COUNT.matcher(word).matches()
                || (NUMBERS.contains(word) && !Set.of("a", "an").contains(word));
    }

    private static boolean isAnchor(String word) {
        return DAYS.contains(word)
                || PARTS.contains(word)
                || CLOCK.matcher(word).matches();
    }

    private static Stream<String> words(String listed) {
        return Stream.of(listed.toLowerCase(Locale.ROOT).split(" "));
    }
}
