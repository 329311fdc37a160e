package io.personaagent.plugins.calendar;

import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.ICalDate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an event begins by the clock that it is written by, and how long it lasts.
 *
 * @param wholeDays whether it has days and no times
 */
record EventTime(Wall wall, LocalDateTime start, Duration length, boolean wholeDays) {

    /** Null when the event has no start, which the format allows. */
    static @Nullable EventTime of(VEvent event, TimezoneInfo zones, ZoneId person) {
        DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null) {
            return null;
        }
        boolean wholeDays = !start.getValue().hasTime();
        Wall wall = wholeDays ? Wall.of(ZoneOffset.UTC) : Wall.of(start, zones, person);
        LocalDateTime local = wall.local(start.getValue());
        EventTime without = new EventTime(wall, local, Duration.ZERO, wholeDays);
        return new EventTime(wall, local, Expansion.positive(without.length(event, zones, person)), wholeDays);
    }

    /** A date of a list beside the start, on the start's clock. */
    LocalDateTime asWritten(ICalDate date, Wall other) {
        LocalDateTime local = other.local(date);
        return wholeDays || !date.hasTime() ? local.toLocalDate().atStartOfDay() : wall.local(other.instant(local));
    }

    private Duration length(VEvent event, TimezoneInfo zones, ZoneId person) {
        DateEnd end = event.getDateEnd();
        if (end != null && end.getValue() != null) {
            Wall other = wholeDays ? wall : Wall.of(end, zones, person);
            LocalDateTime local = other.local(end.getValue());
            return wholeDays
                    ? Duration.between(
                            start.toLocalDate().atStartOfDay(),
                            local.toLocalDate().atStartOfDay())
                    : Duration.between(wall.instant(start), other.instant(local));
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        return wholeDays ? Duration.ofDays(1) : Duration.ZERO;
    }
}
