package io.personaagent.memory.time;

import static io.personaagent.memory.time.EnglishWords.DAY;
import static io.personaagent.memory.time.EnglishWords.MONTH;
import static io.personaagent.memory.time.EnglishWords.QUANTITY;
import static io.personaagent.memory.time.EnglishWords.SEASON;
import static io.personaagent.memory.time.EnglishWords.UNIT;
import static io.personaagent.memory.time.EnglishWords.WEEKDAY;
import static io.personaagent.memory.time.EnglishWords.YEAR;
import static io.personaagent.memory.time.EnglishWords.YEAR_OF_DATE;
import static io.personaagent.memory.time.EnglishWords.month;
import static io.personaagent.memory.time.EnglishWords.quantity;
import static io.personaagent.memory.time.EnglishWords.season;
import static io.personaagent.memory.time.EnglishWords.unit;
import static io.personaagent.memory.time.EnglishWords.weekday;

import io.personaagent.memory.rank.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/** The ways in which English names a time, from those that can be nothing else to those that need a word beside them to be sure. */
final class EnglishForms {

    /** Say which day, month or year it is, whenever they are said. */
    static final List<Form> ABSOLUTE = List.of(
            Form.of(
                    "(?<![\\d./-])((?:19|20)\\d\\d)[-/](1[0-2]|0?[1-9])[-/](3[01]|[12]\\d|0?[1-9])(?!\\d)",
                    (m, now) -> Dates.day(number(m, 1), number(m, 2), number(m, 3))),
            Form.of(
                    "(?<![\\d./-])(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d\\d)(?!\\d)",
                    (m, now) -> Dates.eitherWay(number(m, 1), number(m, 2), number(m, 3))),
            Form.of(
                    "(?<![\\d./-])(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)(?!\\d)",
                    (m, now) -> Dates.day(number(m, 3), number(m, 2), number(m, 1))),
            Form.of(
                    DAY + "(?: of)? " + MONTH + "\\.?,?(?: of)?\\s*" + YEAR_OF_DATE,
                    (m, now) -> Dates.day(number(m, 3), month(m.group(2)).getValue(), number(m, 1))),
            Form.of(
                    MONTH + "\\.? (?:the )?" + DAY + ",?\\s*" + YEAR_OF_DATE,
                    (m, now) -> Dates.day(number(m, 3), month(m.group(1)).getValue(), number(m, 2))),
            Form.of(
                    DAY + "(?: of)? " + MONTH,
                    (m, now) -> Dates.latest(month(m.group(2)).getValue(), number(m, 1), now)),
            Form.of(
                    MONTH + "\\.? (?:the )?" + DAY,
                    (m, now) -> Dates.latest(month(m.group(1)).getValue(), number(m, 2), now)),
            Form.of(MONTH + "(?:[.,]| of)? " + YEAR, (m, now) -> Dates.month(number(m, 2), month(m.group(1)))),
            Form.of(
                    SEASON + "(?: of)? " + YEAR,
                    (m, now) -> List.of(Periods.season(season(m.group(1)), number(m, 2)))));

    /** Count from the day on which they are said. */
    static final List<Form> RELATIVE = List.of(
            Form.of("the day before yesterday", (m, now) -> day(now, -2)),
            Form.of("(?:yesterday|last night|last evening)", (m, now) -> day(now, -1)),
            Form.of("(?:today|tonight|this (?:morning|afternoon|evening))", (m, now) -> day(now, 0)),
            Form.of("tomorrow", (m, now) -> day(now, 1)),
            Form.of("the other day", (m, now) -> List.of(new TimeWindow(now.minusDays(7), now.minusDays(1)))),
            Form.of("the (week|weekend|month|year) before last", (m, now) -> List.of(period(m.group(1), now, -2))),
            Form.of(QUANTITY + " " + UNIT + "s? ago", (m, now) -> ago(m, now)),
            Form.of("half an? year ago", (m, now) -> List.of(ago(Quantity.exactly(6), ChronoUnit.MONTHS, now))),
            Form.of("an? (?:hour|minute|moment) ago", (m, now) -> day(now, 0)),
            Form.of("the (?:last|past) (?:" + QUANTITY + " )?" + UNIT + "s?(?! of\\b)", EnglishForms::rolling),
            Form.of("(?:the )?past (?:" + QUANTITY + " )?" + UNIT + "s?(?! of\\b)", EnglishForms::rolling),
            Form.of("last (week|weekend|month|year)(?! of\\b)", (m, now) -> List.of(period(m.group(1), now, -1))),
            Form.of("this past (week|weekend|month|year)", (m, now) -> List.of(period(m.group(1), now, -1))),
            Form.of("this (week|weekend|month|year)", EnglishForms::current),
            Form.of("next (week|weekend|month|year)", (m, now) -> List.of(period(m.group(1), now, 1))),
            Form.of("the (?:start|beginning) of the (month|year)", EnglishForms::beginning),
            Form.of("(?:last|this past|past) " + WEEKDAY, (m, now) -> Periods.last(weekday(m.group(1)), now)),
            Form.of("next " + WEEKDAY, (m, now) -> List.of(next(weekday(m.group(1)), now))),
            Form.of("(?:last|this past|past) " + SEASON, (m, now) -> List.of(Periods.last(season(m.group(1)), now))),
            Form.of("this " + SEASON, (m, now) -> List.of(Periods.season(season(m.group(1)), now.getYear()))),
            Form.of("(?:last|this past) " + MONTH, (m, now) -> List.of(Periods.month(month(m.group(1)), now))));

    /** Could be something else; only the words around them tell. */
    static final List<Form> WEAK = List.of(
            Form.of(MONTH, (m, now) -> List.of(Periods.month(month(m.group(1)), now))),
            Form.of(YEAR, (m, now) -> List.of(Periods.year(number(m, 1)))),
            Form.of(WEEKDAY, (m, now) -> latest(weekday(m.group(1)), now)),
            Form.of(SEASON, (m, now) -> List.of(Periods.latest(season(m.group(1)), now))),
            Form.of("((?:19|20)\\d)0s", (m, now) -> List.of(decade(number(m, 1)))),
            Form.of(
                    "(?<![\\d./-])(1[0-2]|0?[1-9])/(3[01]|[12]\\d|0?[1-9])(?![\\d/])",
                    (m, now) -> Dates.latest(number(m, 1), number(m, 2), now)),
            Form.of("(?<![\\d.,-])(3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)", (m, now) -> Dates.latest(number(m, 1), now)),
            Form.of("weekend", (m, now) -> List.of(latestWeekend(now))));

    private EnglishForms() {}

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static List<TimeWindow> day(LocalDate now, int later) {
        return List.of(TimeWindow.day(now.plusDays(later)));
    }

    static TimeWindow period(String unit, LocalDate now, int later) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "week" -> Periods.week(now, later);
            case "weekend" -> Periods.weekend(now, later);
            case "month" -> Periods.month(now, later);
            default -> Periods.year(now.getYear() + later);
        };
    }

    /** As far as it has come; a weekend may still be ahead. */
    private static List<TimeWindow> current(MatchResult match, LocalDate now) {
        TimeWindow whole = period(match.group(1), now, 0);
        return List.of(match.group(1).equalsIgnoreCase("weekend") ? whole : new TimeWindow(whole.from(), now));
    }

    private static List<TimeWindow> beginning(MatchResult match, LocalDate now) {
        return List.of(Periods.third(period(match.group(1), now, 0), 0));
    }

    private static List<TimeWindow> ago(MatchResult match, LocalDate now) {
        Quantity quantity = quantity(match.group(1), match.group(2));
        if (!quantity.isPlausible()) {
            return List.of();
        }
        if (match.group(2).equalsIgnoreCase("weekend")) {
            return List.of(new TimeWindow(
                    Periods.weekend(now, -quantity.most()).from(),
                    Periods.weekend(now, -quantity.least()).to()));
        }
        return List.of(ago(quantity, unit(match.group(2)), now));
    }

    private static TimeWindow ago(Quantity quantity, ChronoUnit unit, LocalDate now) {
        return Periods.ago(quantity, unit, now);
    }

    /** "The past month" reaches to now, where "last month" is the one in the calendar. */
    private static List<TimeWindow> rolling(MatchResult match, LocalDate now) {
        String words = match.group(1);
        Quantity quantity = words == null ? Quantity.exactly(1) : quantity(words, match.group(2));
        if (match.group(2).equalsIgnoreCase("weekend")) {
            return List.of(Periods.weekend(now, -quantity.most()));
        }
        return quantity.isPlausible()
                ? List.of(new TimeWindow(now.minus(quantity.most(), unit(match.group(2))), now))
                : List.of();
    }

    private static TimeWindow next(DayOfWeek weekday, LocalDate now) {
        return TimeWindow.day(now.with(TemporalAdjusters.next(weekday)));
    }

    /** On the same day of the week today may be meant, or the one before. */
    private static List<TimeWindow> latest(DayOfWeek weekday, LocalDate now) {
        TimeWindow before = TimeWindow.day(now.with(TemporalAdjusters.previous(weekday)));
        return now.getDayOfWeek() == weekday ? List.of(before, TimeWindow.day(now)) : List.of(before);
    }

    private static TimeWindow latestWeekend(LocalDate now) {
        return Periods.weekend(now, now.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? -1 : 0);
    }

    private static TimeWindow decade(int tens) {
        return new TimeWindow(
                Periods.year(tens * 10).from(), Periods.year(tens * 10 + 9).to());
    }
}
