package io.personaagent.memory.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words for times in a text: dates, "yesterday", "two weeks before 3 June"; in English, and the plainest ones in German, French,
 * Spanish and Chinese.
 *
 * <p>It looks back: "in March" is the latest March that has begun. Words that may be something else, as a name or a verb, are no time.
 * Seasons are those of the northern half of the world, weeks begin on Monday.
 */
public final class TimeExpressions {

    /** A longer text is searched at its beginning only. */
    private static final int MOST_CHARACTERS = 8_000;

    private static final List<Language> LANGUAGES =
            List.of(new English(), European.GERMAN, European.FRENCH, European.SPANISH, new Chinese());

    private TimeExpressions() {}

    /**
     * The times that a text names, in the order of the text; empty when it names none. Words that may mean one of two days stand there
     * twice.
     *
     * @param said the day on which it was said
     */
    public static List<TimeExpression> in(String text, LocalDate said) {
        TextOfTimes rest = new TextOfTimes(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)), said);
        List<TimeExpression> found = new ArrayList<>();
        LANGUAGES.forEach(language -> language.read(rest));
        rest.found().forEach(found::addAll);
        return List.copyOf(found);
    }
}
