package io.personaagent.plugins.calendar;

import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/**
 * A rule by which an event repeats, gone through on its own clock: the library is told that all of it is UTC, so it needs no zone. Holds the
 * state of one going through.
 */
final class Rule {

    private static final int MOST_STEPS = 100_000;

    private final Recurrence recurrence;
    private final EventTime time;
    private boolean clear = true;

    Rule(Recurrence recurrence, EventTime time) {
        this.recurrence = recurrence;
        this.time = time;
    }

    /** Whether all was gone through that was asked for. */
    boolean isClear() {
        return clear;
    }

    /** When it begins so that it touches the days, and perhaps a day before and after. */
    List<LocalDateTime> starts(Stretch stretch) {
        if (recurrence.getFrequency() == null) {
            return List.of();
        }
        LocalDateTime from = stretch.first().atStartOfDay().minus(time.length()).minusDays(2);
        LocalDateTime until = stretch.last().plusDays(2).atStartOfDay();
        DateIterator dates =
                onTheWall().getDateIterator(new ICalDate(utc(time.start()), true), TimeZone.getTimeZone("UTC"));
        if (recurrence.getFrequency() == Frequency.DAILY && from.isAfter(time.start())) {
            dates.advanceTo(utc(from)); // the library loses its way over centuries, and over hours
        }
        List<LocalDateTime> found = new ArrayList<>();
        int steps = 0;
        while (dates.hasNext() && steps++ < MOST_STEPS) {
            LocalDateTime start = LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
            if (start.isAfter(until)) {
                return found;
            }
            if (!start.isBefore(from)) {
                found.add(start);
            }
        }
        clear = steps < MOST_STEPS;
        return found;
    }

    /** "Until" is written in UTC or as a day, whatever the event's own clock. */
    private Recurrence onTheWall() {
        ICalDate until = recurrence.getUntil();
        if (until == null) {
            return recurrence;
        }
        LocalDateTime last = until.hasTime() && !time.wholeDays()
                ? time.wall().local(until.toInstant())
                : Wall.of(ZoneOffset.UTC).local(until).toLocalDate().atTime(LocalTime.of(23, 59, 59));
        return new Recurrence.Builder(recurrence)
                .until(new ICalDate(utc(last), true))
                .build();
    }

    private static Date utc(LocalDateTime local) {
        return Date.from(local.toInstant(ZoneOffset.UTC));
    }
}
