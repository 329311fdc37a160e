package io.personaagent.plugins.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Something that a person wants to be told at a time.
 *
 * @param due when it is told next
 * @param plan when it was to be told first, and how it comes again
 */
record Reminder(int number, Instant due, Plan plan, String text) {

    /** @param first from which on the recurrence is counted, so that the 31st stays the 31st */
    record Plan(Instant first, Recurrence recurrence) {}

    static Reminder of(int number, Instant due, Recurrence recurrence, String text) {
        return new Reminder(number, due, new Plan(due, recurrence), text);
    }

    boolean comesAgain() {
        return !plan.recurrence().isNone();
    }

    /** The next one after now. */
    Reminder next(Instant now, ZoneId zone) {
        ZonedDateTime next = plan.recurrence().after(plan.first().atZone(zone), now.atZone(zone));
        return new Reminder(number, next.toInstant(), plan, text);
    }

    /** As it lies on the shelf. */
    String written() {
        String again = comesAgain()
                ? " %s %s".formatted(plan.first(), plan.recurrence().written())
                : "";
        return due + again + "\n" + text;
    }

    static Reminder read(int number, String value) {
        int end = value.indexOf('\n');
        if (end < 0) {
            throw new IllegalStateException("reminder %d on the shelf is damaged: '%s'".formatted(number, value));
        }
        String[] times = value.substring(0, end).split(" ", 3);
        Instant due = Instant.parse(times[0]);
        Plan plan = times.length == 3
                ? new Plan(Instant.parse(times[1]), Recurrence.read(times[2]))
                : new Plan(due, Recurrence.NONE);
        return new Reminder(number, due, plan, value.substring(end + 1));
    }
}
