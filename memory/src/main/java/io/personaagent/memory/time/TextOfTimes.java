package io.personaagent.memory.time;

import io.personaagent.memory.rank.TimeWindow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text while its times are taken out: what one rule understood, no later one sees. */
final class TextOfTimes {

    private static final String TAKEN = "\u0000";

    private final String text;
    private final LocalDate said;
    private final TreeMap<Integer, List<TimeExpression>> found = new TreeMap<>();
    private String rest;

    TextOfTimes(String text, LocalDate said) {
        this.text = text;
        this.said = said;
        this.rest = text;
    }

    boolean has(Pattern cue) {
        return cue.matcher(rest).find();
    }

    LocalDate said() {
        return said;
    }

    /** Takes every match that means a time. */
    void take(Pattern pattern, BiFunction<MatchResult, LocalDate, List<TimeWindow>> meaning) {
        take(pattern, meaning, said);
    }

    /** The same where the words are relative to another day. */
    void take(Pattern pattern, BiFunction<MatchResult, LocalDate, List<TimeWindow>> meaning, LocalDate day) {
        Matcher matcher = pattern.matcher(rest);
        StringBuilder left = new StringBuilder(rest);
        while (matcher.find()) {
            List<TimeWindow> windows = meaning.apply(matcher, day);
            if (!windows.isEmpty()) {
                String words = text.substring(matcher.start(), matcher.end());
                found.put(
                        matcher.start(),
                        windows.stream()
                                .map(window -> new TimeExpression(words.strip(), window))
                                .toList());
                left.replace(matcher.start(), matcher.end(), TAKEN.repeat(words.length()));
            }
        }
        rest = left.toString();
    }

    /** The day on which it was said, or the one day that it names itself, which "last week" is then meant from. */
    LocalDate anchor() {
        List<TimeWindow> days = found.values().stream()
                .flatMap(Collection::stream)
                .map(TimeExpression::window)
                .filter(window -> window.days() == 1)
                .distinct()
                .toList();
        return days.size() == 1 ? days.get(0).from() : said;
    }

    Collection<List<TimeExpression>> found() {
        return found.values();
    }
}
