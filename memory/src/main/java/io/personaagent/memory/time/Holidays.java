package io.personaagent.memory.time;

import io.personaagent.memory.rank.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** English names of days that many people keep, where a word beside them says that one of them is meant. */
final class Holidays {

    private static final Pattern NAMED = Form.pattern(
            "\\b(?:on|at|over|last|this past) (christmas(?: eve| day)?|new year['’]s eve|new year['’]s day|halloween"
                    + "|valentine['’]s(?: day)?|thanksgiving)\\b(?:,? ((?:19|20)\\d\\d)\\b)?(?! (?:party|dinner|tree|card))");

    private Holidays() {}

    static void read(TextOfTimes text) {
        text.take(NAMED, Holidays::windows);
    }

    private static List<TimeWindow> windows(MatchResult match, LocalDate now) {
        String name =
                match.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace('’', '\'');
        String year = match.group(2);
        if (year != null) {
            return List.of(window(name, Integer.parseInt(year)));
        }
        return IntStream.rangeClosed(0, 1)
                .mapToObj(back -> window(name, now.getYear() - back))
                .filter(window -> !window.from().isAfter(now))
                .limit(1)
                .toList();
    }

    private static TimeWindow window(String name, int year) {
        return switch (name) {
            case "christmas" -> new TimeWindow(LocalDate.of(year, 12, 24), LocalDate.of(year, 12, 26));
            case "christmas eve" -> TimeWindow.day(LocalDate.of(year, 12, 24));
            case "christmas day" -> TimeWindow.day(LocalDate.of(year, 12, 25));
            case "new year's eve" -> TimeWindow.day(LocalDate.of(year, 12, 31));
            case "new year's day" -> TimeWindow.day(LocalDate.of(year, 1, 1));
            case "halloween" -> TimeWindow.day(LocalDate.of(year, 10, 31));
            case "thanksgiving" ->
                TimeWindow.day(
                        LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
            default -> TimeWindow.day(LocalDate.of(year, 2, 14));
        };
    }
}
