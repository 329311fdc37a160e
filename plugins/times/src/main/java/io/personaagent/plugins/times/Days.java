package io.personaagent.plugins.times;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day as people say it, seen from one day.
 *
 * <p>A date without a year is the next one from today on: "24 december" said on Christmas Day is next year's.
 */
final class Days {

    private static final String MONTH =
            "(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december)\\.?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4})?)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "(?: (\\d{4}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + " (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?");
    private static final Pattern OF_MONTH = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(next |last |this |this coming |coming )?(mon|monday|tue|tues|tuesday|wed|wednesday|thu|thurs|thursday|fri|friday|sat|saturday|sun|sunday)");
    private static final Pattern TURNED = Pattern.compile("(next|last) (week|month|year)");
    private static final Pattern AHEAD = Pattern.compile("in (.+)|(.+) from (?:now|today)");
    private static final Pattern AGO = Pattern.compile("(.+) ago");
    private static final Pattern AROUND = Pattern.compile("(.+?) (after|from|before) (.+)");
    private static final Map<String, MonthDay> FEASTS = Map.of(
            "christmas", MonthDay.of(12, 25),
            "christmas day", MonthDay.of(12, 25),
            "christmas eve", MonthDay.of(12, 24),
            "boxing day", MonthDay.of(12, 26),
            "new year", MonthDay.of(1, 1),
            "new year's day", MonthDay.of(1, 1),
            "new year's eve", MonthDay.of(12, 31),
            "valentine's day", MonthDay.of(2, 14),
            "halloween", MonthDay.of(10, 31));

    private final LocalDate today;
    private final Manner manner;

    Days(LocalDate today, Manner manner) {
        this.today = today;
        this.manner = manner;
    }

    /** Reads a phrase that is a day and nothing else. */
    Optional<LocalDate> read(String phrase) {
        String day = phrase.replaceFirst("^(?:on |by )?(?:the )?", "");
        return named(day)
                .or(() -> numbered(day))
                .or(() -> weekday(day))
                .or(() -> turned(day))
                .or(() -> counted(day));
    }

    private Optional<LocalDate> named(String day) {
        return switch (day) {
            case "today", "now" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "day after tomorrow" -> Optional.of(today.plusDays(2));
            case "day before yesterday" -> Optional.of(today.minusDays(2));
            case "end of month", "end of the month" -> Optional.of(today.with(TemporalAdjusters.lastDayOfMonth()));
            case "end of year", "end of the year" -> Optional.of(today.with(TemporalAdjusters.lastDayOfYear()));
            default -> Optional.ofNullable(FEASTS.get(day)).map(this::next);
        };
    }

    private Optional<LocalDate> numbered(String day) {
        Matcher yearFirst = YEAR_FIRST.matcher(day);
        if (yearFirst.matches()) {
            return valid(() -> date(yearFirst.group(1), number(yearFirst, 3), number(yearFirst, 4)));
        }
        Matcher dotted = DOTTED.matcher(day);
        if (dotted.matches()) {
            return valid(() -> dated(dotted.group(3), number(dotted, 2), number(dotted, 1)));
        }
        Matcher slashed = SLASHED.matcher(day);
        return slashed.matches() ? slashed(slashed) : spelled(day);
    }

    /** 3/4/2026 is March to some and April to others: to who did not say which, only what can be one of them is read. */
    private Optional<LocalDate> slashed(Matcher slashed) {
        int first = number(slashed, 1);
        int second = number(slashed, 2);
        if (first > 12 || second > 12 || first == second) {
            return valid(() -> date(slashed.group(3), Math.min(first, second), Math.max(first, second)));
        }
        return manner.monthFirst()
                .flatMap(monthFirst ->
                        valid(() -> date(slashed.group(3), monthFirst ? first : second, monthFirst ? second : first)));
    }

    private Optional<LocalDate> spelled(String day) {
        Matcher dayFirst = DAY_FIRST.matcher(day);
        if (dayFirst.matches()) {
            return valid(() -> dated(dayFirst.group(3), month(dayFirst.group(2)), number(dayFirst, 1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(day);
        if (monthFirst.matches()) {
            return valid(() -> dated(monthFirst.group(3), month(monthFirst.group(1)), number(monthFirst, 2)));
        }
        Matcher ofMonth = OF_MONTH.matcher(day);
        return ofMonth.matches() ? nextOfMonth(number(ofMonth, 1)) : Optional.empty();
    }

    private Optional<LocalDate> weekday(String day) {
        Matcher weekday = WEEKDAY.matcher(day);
        if (!weekday.matches()) {
            return Optional.empty();
        }
        DayOfWeek wanted = Arrays.stream(DayOfWeek.values())
                .filter(each -> each.name()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(weekday.group(2).substring(0, 3)))
                .findFirst()
                .orElseThrow();
        String which = weekday.group(1) == null ? "" : weekday.group(1).strip();
        return Optional.of(
                switch (which) {
                    case "last" -> today.with(TemporalAdjusters.previous(wanted));
                    case "next" ->
                        today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(wanted));
                    default -> today.with(TemporalAdjusters.next(wanted));
                });
    }

    private Optional<LocalDate> turned(String day) {
        Matcher turned = TURNED.matcher(day);
        if (!turned.matches()) {
            return Optional.empty();
        }
        return Span.read("1 " + turned.group(2))
                .flatMap(span -> (turned.group(1).equals("next") ? span : span.negated()).from(today));
    }

    private Optional<LocalDate> counted(String day) {
        Matcher ahead = AHEAD.matcher(day);
        if (ahead.matches()) {
            return days(ahead.group(1) == null ? ahead.group(2) : ahead.group(1))
                    .flatMap(span -> span.from(today));
        }
        Matcher ago = AGO.matcher(day);
        if (ago.matches()) {
            return days(ago.group(1)).flatMap(span -> span.negated().from(today));
        }
        Matcher around = AROUND.matcher(day);
        return around.matches() ? around(around) : Optional.empty();
    }

    private Optional<LocalDate> around(Matcher around) {
        return days(around.group(1))
                .map(span -> around.group(2).equals("before") ? span.negated() : span)
                .flatMap(span -> read(around.group(3)).flatMap(span::from));
    }

    private static Optional<Span> days(String phrase) {
        return Span.read(phrase).filter(Span::isOfDays);
    }

    private LocalDate dated(@Nullable String year, int month, int day) {
        return year == null ? next(MonthDay.of(month, day)) : date(year, month, day);
    }

    private static LocalDate date(String year, int month, int day) {
        return LocalDate.of(Integer.parseInt(year), month, day);
    }

    /** The next such day from today on; the 29th of February waits for a leap year. */
    private LocalDate next(MonthDay day) {
        int year = today.getYear();
        while (!day.isValidYear(year) || day.atYear(year).isBefore(today)) {
            year++;
        }
        return day.atYear(year);
    }

    private Optional<LocalDate> nextOfMonth(int day) {
        if (day < 1 || day > 31) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(today);
        while (!month.isValidDay(day) || month.atDay(day).isBefore(today)) {
            month = month.plusMonths(1);
        }
        return Optional.of(month.atDay(day));
    }

    private static int month(String name) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3)))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> valid(Supplier<LocalDate> date) {
        try {
            return Optional.of(date.get());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
