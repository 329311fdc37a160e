package io.personaagent.memory.time;

import io.personaagent.memory.rank.TimeWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way to name a time.
 *
 * @param words a pattern whose groups the meaning reads; a blank stands for any white space
 * @param pattern the same as whole words, ready for use
 * @param meaning the days, seen from the day on which it was said; none where the words name no day that exists
 */
record Form(String words, Pattern pattern, BiFunction<MatchResult, LocalDate, List<TimeWindow>> meaning) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;

    static Form of(String words, BiFunction<MatchResult, LocalDate, List<TimeWindow>> meaning) {
        return new Form(words, pattern("\\b(?:" + words + ")\\b"), meaning);
    }

    /** A pattern over words of any script, in any case; a blank stands for any white space. */
    static Pattern pattern(String words) {
        return Pattern.compile(words.replace(" ", "\\s+"), FLAGS);
    }

    /** Any of the forms, without groups. */
    static String any(List<Form> forms) {
        return forms.stream().map(Form::words).map(Form::ungrouped).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String ungrouped(String words) {
        return words.replaceAll("\\((?!\\?)", "(?:");
    }

    /** What the words mean by the first form that they have as a whole. */
    static List<TimeWindow> meaning(List<Form> forms, String words, LocalDate said) {
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(words);
            if (matcher.matches()) {
                return form.meaning().apply(matcher, said);
            }
        }
        return List.of();
    }

    /** Takes every occurrence out of a text. */
    void read(TextOfTimes text, LocalDate day) {
        text.take(pattern, meaning, day);
    }
}
