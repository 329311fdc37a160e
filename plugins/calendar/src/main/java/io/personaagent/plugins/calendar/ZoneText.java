package io.personaagent.plugins.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a time zone into a calendar, from last year on, so that other programs read the same times: by rule where it has one, else each change of the clocks by
 * itself.
 */
final class ZoneText {

    private static final int YEARS_AHEAD = 40;

    private ZoneText() {}

    static VTimezone of(ZoneId zone, Instant now) {
        VTimezone text = new VTimezone(zone.getId());
        ZoneRules rules = zone.getRules();
        LocalDateTime since = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .minusYears(1)
                .withDayOfYear(1)
                .atStartOfDay();
        List<ZoneOffsetTransitionRule> yearly = rules.getTransitionRules();
        boolean regular = !yearly.isEmpty() && yearly.stream().allMatch(rule -> isOnItsWeekday(rule, since.getYear()));
        if (rules.isFixedOffset() || (yearly.isEmpty() && rules.nextTransition(now) == null)) {
            add(text, false, observance(new StandardTime(), since, rules.getOffset(now), rules.getOffset(now)));
        } else if (regular) {
            yearly.forEach(rule -> {
                ZoneOffsetTransition first = rule.createTransition(since.getYear());
                Observance part = part(rules, first);
                part.setRecurrenceRule(recurrence(rule));
                add(text, part instanceof DaylightSavingsTime, part);
            });
        } else {
            changes(rules, since, now).forEach(change -> {
                Observance part = part(rules, change);
                add(text, part instanceof DaylightSavingsTime, part);
            });
        }
        return text;
    }

    private static Stream<ZoneOffsetTransition> changes(ZoneRules rules, LocalDateTime since, Instant now) {
        Instant end = now.plusSeconds(YEARS_AHEAD * 366L * 24 * 3600);
        return Stream.iterate(
                rules.nextTransition(since.toInstant(ZoneOffset.UTC)),
                change -> change != null && change.getInstant().isBefore(end),
                change -> rules.nextTransition(change.getInstant()));
    }

    private static Observance part(ZoneRules rules, ZoneOffsetTransition change) {
        boolean summer = rules.isDaylightSavings(change.getInstant());
        return observance(
                summer ? new DaylightSavingsTime() : new StandardTime(),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private static Observance observance(Observance part, LocalDateTime start, ZoneOffset from, ZoneOffset to) {
        part.setDateStart(new DateTimeComponents(
                start.getYear(),
                start.getMonthValue(),
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond(),
                false));
        part.setTimezoneOffsetFrom(new UtcOffset(from.getTotalSeconds() * 1_000L));
        part.setTimezoneOffsetTo(new UtcOffset(to.getTotalSeconds() * 1_000L));
        return part;
    }

    private static void add(VTimezone text, boolean summer, Observance part) {
        if (summer) {
            text.addDaylightSavingsTime((DaylightSavingsTime) part);
        } else {
            text.addStandardTime((StandardTime) part);
        }
    }

    /** "The last sunday" and "the second sunday"; of other rules each change is written by itself. */
    private static boolean isOnItsWeekday(ZoneOffsetTransitionRule rule, int year) {
        return rule.getDayOfWeek() != null
                && (isLast(rule) || (rule.getDayOfMonthIndicator() > 0 && rule.getDayOfMonthIndicator() % 7 == 1))
                && rule.createTransition(year).getDateTimeBefore().getDayOfWeek() == rule.getDayOfWeek();
    }

    /** "Sunday on or after the 25th of October" is its last. */
    private static boolean isLast(ZoneOffsetTransitionRule rule) {
        return rule.getDayOfMonthIndicator() == -1
                || (rule.getMonth() != Month.FEBRUARY
                        && rule.getDayOfMonthIndicator() == rule.getMonth().maxLength() - 6);
    }

    private static Recurrence recurrence(ZoneOffsetTransitionRule rule) {
        int nth = isLast(rule) ? -1 : (rule.getDayOfMonthIndicator() - 1) / 7 + 1;
        DayOfWeek day = DayOfWeek.valueOf(rule.getDayOfWeek().name());
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(rule.getMonth().getValue())
                .byDay(nth, day)
                .build();
    }
}
