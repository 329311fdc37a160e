package io.personaagent.plugins.calendar;

import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The clock on the wall by which an event is written: a rule such as "each Monday at 9" is gone through on it, and only its results become
 * moments. So nine stays nine when the clocks change.
 */
interface Wall {

    LocalDateTime local(Instant moment);

    /** A time that the clocks jump over is as much later; of one that comes twice it is the first. */
    Instant instant(LocalDateTime local);

    /** What has no zone is meant where the person is. A zone that Java knows is Java's, whatever the file says of it: Java's is newer. */
    static Wall of(ICalProperty property, TimezoneInfo zones, ZoneId person) {
        TimezoneAssignment assigned = zones.getTimezone(property);
        String named = property.getParameter("TZID");
        if (assigned == null) {
            boolean inUtc = named == null && !zones.isFloating(property);
            return inUtc
                    ? of(ZoneOffset.UTC)
                    : known(named == null ? "" : named).orElseGet(() -> of(person));
        }
        VTimezone text = assigned.getComponent();
        if (text == null || text.getTimezoneId() == null) {
            return of(assigned.getTimeZone().toZoneId());
        }
        return known(String.valueOf(text.getTimezoneId().getValue())).orElseGet(() -> new WrittenZone(text));
    }

    static Wall of(ZoneId zone) {
        return new KnownZone(zone);
    }

    /** What a date says on this clock, by which it is written unless it is in UTC; a day without a time is its midnight. */
    default LocalDateTime local(ICalDate date) {
        DateTimeComponents written = date.getRawComponents();
        if (written == null || written.isUtc()) {
            LocalDateTime local = local(date.toInstant());
            return date.hasTime() ? local : local.toLocalDate().atStartOfDay();
        }
        LocalDate day = LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
        return date.hasTime()
                ? day.atTime(written.getHour(), written.getMinute(), Math.min(written.getSecond(), 59))
                : day.atStartOfDay();
    }

    /** "/example.org/Europe/Berlin" is Europe/Berlin, too. */
    private static Optional<Wall> known(String name) {
        Set<String> all = ZoneId.getAvailableZoneIds();
        String left = name.replaceFirst("^/", "");
        while (!left.isEmpty() && !all.contains(left)) {
            left = left.contains("/") ? left.substring(left.indexOf('/') + 1) : "";
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(of(ZoneId.of(left)));
    }

    /** A zone that Java knows. */
    record KnownZone(ZoneId zone) implements Wall {

        @Override
        public LocalDateTime local(Instant moment) {
            return LocalDateTime.ofInstant(moment, zone);
        }

        @Override
        public Instant instant(LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
    }
}
