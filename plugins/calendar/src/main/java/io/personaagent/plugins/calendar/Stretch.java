package io.personaagent.plugins.calendar;

import io.personaagent.plugins.times.When;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.ToolContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days one after the other, the last included. */
record Stretch(LocalDate first, LocalDate last) {

    private static final int LONGEST_DAYS = 400;
    private static final Pattern SEVERAL =
            Pattern.compile("(?:from |between )?(.+?) (?:to|until|till|through|and|-|–) (.+)");
    private static final Pattern WEEK = Pattern.compile("(this|next|last|the coming) (week|month|weekend)");
    private static final Pattern COMING = Pattern.compile("(?:the |in the )?next (\\d{1,3}) (days?|weeks?)");

    Stretch {
        if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw new IllegalArgumentException("%s to %s is no stretch of days".formatted(first, last));
        }
    }

    /**
     * Reads days as people say them: "today", "next week", "friday to sunday", "2026-12-01 to 2026-12-07".
     *
     * @throws BadArgumentException when it is none
     */
    static Stretch of(String argument, String text, ToolContext context) {
        Spoken spoken = Spoken.in(context);
        DayOfWeek weekStart = new Habits(context.preferences()).weekStart();
        String said = text.toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll("[?.!]+$", "")
                .strip()
                .replaceFirst("^(?:for|on|during) ", "");
        return whole(said, spoken.now().toLocalDate(), weekStart)
                .or(() -> day(said, spoken).map(day -> new Stretch(day, day)))
                .or(() -> several(said, spoken))
                .orElseThrow(() -> new BadArgumentException(
                        "argument '%s' is '%s'; expected a day or days, such as today, next week, friday, 2026-12-24 or \"1 december to 7 december\""
                                .formatted(argument, Wording.shown(text))));
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    boolean isOneDay() {
        return first.equals(last);
    }

    boolean touches(Occurrence event) {
        ZonedDateTime begin = first.atStartOfDay(event.start().getZone());
        ZonedDateTime end = last.plusDays(1).atStartOfDay(event.start().getZone());
        return event.start().isBefore(end)
                && (event.end().isAfter(begin) || event.start().equals(begin));
    }

    private static Optional<Stretch> whole(String said, LocalDate today, DayOfWeek weekStart) {
        Matcher coming = COMING.matcher(said);
        if (coming.matches()) {
            long days = Long.parseLong(coming.group(1)) * (coming.group(2).startsWith("week") ? 7 : 1);
            return days < 1 || days > LONGEST_DAYS
                    ? Optional.empty()
                    : Optional.of(new Stretch(today, today.plusDays(days - 1)));
        }
        Matcher week = WEEK.matcher(said);
        if (!week.matches()) {
            return said.equals("weekend") || said.equals("the weekend")
                    ? whole("this weekend", today, weekStart)
                    : Optional.empty();
        }
        long turn = week.group(1).equals("next") ? 1 : week.group(1).equals("last") ? -1 : 0;
        return Optional.of(
                switch (week.group(2)) {
                    case "week" ->
                        week(today.with(TemporalAdjusters.previousOrSame(weekStart))
                                .plusWeeks(turn));
                    case "month" -> month(YearMonth.from(today).plusMonths(turn));
                    default -> weekend(today, turn);
                });
    }

    private static Stretch week(LocalDate first) {
        return new Stretch(first, first.plusDays(6));
    }

    private static Stretch month(YearMonth month) {
        return new Stretch(month.atDay(1), month.atEndOfMonth());
    }

    /** On a Sunday "this weekend" has begun the day before. */
    private static Stretch weekend(LocalDate today, long turn) {
        LocalDate saturday = today.getDayOfWeek() == DayOfWeek.SUNDAY
                ? today.minusDays(1)
                : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        return new Stretch(saturday.plusWeeks(turn), saturday.plusWeeks(turn).plusDays(1));
    }

    private static Optional<LocalDate> day(String said, Spoken spoken) {
        When when = spoken.when();
        return when.day(said).or(() -> when.readWithin(said).map(ZonedDateTime::toLocalDate));
    }

    private static Optional<Stretch> several(String said, Spoken spoken) {
        Matcher matcher = SEVERAL.matcher(said);
        return matcher.matches()
                ? day(matcher.group(1), spoken)
                        .flatMap(first -> last(first, matcher.group(2), spoken).map(last -> new Stretch(first, last)))
                : Optional.empty();
    }

    /** "friday to monday": the last day is the first such after the first. */
    private static Optional<LocalDate> last(LocalDate first, String said, Spoken spoken) {
        Spoken then = spoken.at(first.atStartOfDay(spoken.now().getZone()));
        return day(said, spoken)
                .or(() -> day(said, then))
                .map(last -> last.isBefore(first) ? day(said, then).orElse(last) : last)
                .filter(last -> !last.isBefore(first) && ChronoUnit.DAYS.between(first, last) <= LONGEST_DAYS);
    }
}
