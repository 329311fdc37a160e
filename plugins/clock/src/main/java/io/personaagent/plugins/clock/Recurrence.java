package io.personaagent.plugins.clock;

import java.time.DayOfWeek;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a reminder comes again: "every day", "every 2 weeks", "every weekday", "monthly".
 *
 * @param period zero for one that does not
 * @param workdays whether Saturdays and Sundays are left out
 */
record Recurrence(Period period, boolean workdays) {

    static final Recurrence NONE = new Recurrence(Period.ZERO, false);

    private static final String WEEKDAYS = "mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?";
    private static final Pattern EVERY = Pattern.compile(
            "(?i)\\b(?:(?:every|each) (?:(other|two|three|four|\\d{1,3})(?:nd|rd|th)? )?(days?|weeks?|months?|years?|weekdays?|workdays?|mornings?"
                    + "|evenings?|" + WEEKDAYS + ")|(daily|weekly|monthly|yearly|annually))\\b");
    /** A sentence that names the first day needs no other one. */
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");

    private static final String WORKDAYS = "workdays";
    private static final int MOST_STEPS = 100_000;

    /** A recurrence, and the sentence without it. */
    record Taken(Recurrence recurrence, String rest) {}

    /** The one that a sentence asks for; empty where it asks for none. */
    static Optional<Taken> in(String sentence) {
        Matcher every = EVERY.matcher(sentence);
        if (!every.find()) {
            return Optional.empty();
        }
        String unit = (every.group(2) == null ? every.group(3) : every.group(2)).toLowerCase(Locale.ROOT);
        int count = every.group(1) == null ? 1 : count(every.group(1).toLowerCase(Locale.ROOT));
        String day = DATED.matcher(sentence).find() ? "" : stays(unit);
        String rest = sentence.substring(0, every.start()) + day + sentence.substring(every.end());
        return count < 1
                ? Optional.empty()
                : Optional.of(
                        new Taken(of(unit, count), rest.replaceAll("\\s+", " ").strip()));
    }

    boolean isNone() {
        return period.isZero();
    }

    /** The first time after now that lies whole periods after the start, by the calendar, so that nine o'clock stays nine o'clock. */
    ZonedDateTime after(ZonedDateTime start, ZonedDateTime now) {
        ZonedDateTime next = start;
        for (int times = 1; times < MOST_STEPS && (!next.isAfter(now) || isFree(next)); times++) {
            next = start.plus(period.multipliedBy(times));
        }
        return next;
    }

    /** The first one, where it was read to be from tomorrow on: today, if that is still to come. */
    ZonedDateTime first(ZonedDateTime read, ZonedDateTime now) {
        boolean ofDays = period.getMonths() == 0 && period.getDays() > 0 && period.getDays() < 7;
        ZonedDateTime sooner =
                ofDays && read.minusDays(1).isAfter(now) && read.minusDays(2).isBefore(now) ? read.minusDays(1) : read;
        return after(sooner, now);
    }

    /** As it lies on the shelf. */
    String written() {
        return workdays ? WORKDAYS : period.toString();
    }

    static Recurrence read(String written) {
        return written.equals(WORKDAYS)
                ? new Recurrence(Period.ofDays(1), true)
                : new Recurrence(Period.parse(written), false);
    }

    /** "every day", "every 2 weeks". */
    String words() {
        if (workdays) {
            return "every weekday";
        }
        int days = period.getDays();
        int months = period.getMonths();
        return days > 0
                ? days % 7 == 0 ? every(days / 7, "week") : every(days, "day")
                : months > 0 ? every(months, "month") : every(period.getYears(), "year");
    }

    private boolean isFree(ZonedDateTime day) {
        return workdays && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    private static Recurrence of(String unit, int count) {
        if (unit.startsWith("weekday") || unit.startsWith("workday")) {
            return new Recurrence(Period.ofDays(1), true);
        }
        Period one =
                switch (unit.charAt(0)) {
                    case 'y', 'a' -> Period.ofYears(1);
                    case 'd', 'e' -> Period.ofDays(1);
                    case 'm' -> unit.startsWith("month") ? Period.ofMonths(1) : dayOrWeek(unit);
                    default -> Period.ofDays(7);
                };
        return new Recurrence(one.multipliedBy(count), false);
    }

    private static Period dayOrWeek(String unit) {
        return Period.ofDays(unit.startsWith("morning") ? 1 : 7);
    }

    /** What of "every monday at 9" says when the first is: "at 9" alone may be in the evening, "tomorrow at 9" is not. */
    private static String stays(String unit) {
        if (unit.matches(WEEKDAYS)) {
            return unit.replaceFirst("s$", "");
        }
        return switch (unit.charAt(0)) {
            case 'e' -> "tomorrow in the evening";
            case 'd' -> "tomorrow";
            default ->
                unit.startsWith("weekday") || unit.startsWith("workday") || unit.startsWith("morning")
                        ? "tomorrow"
                        : "";
        };
    }

    private static int count(String word) {
        return switch (word) {
            case "other", "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            default -> Integer.parseInt(word);
        };
    }

    private static String every(int count, String unit) {
        return count == 1 ? "every " + unit : "every %d %ss".formatted(count, unit);
    }
}
