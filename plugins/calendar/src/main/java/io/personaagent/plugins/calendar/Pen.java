package io.personaagent.plugins.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ICalProperty;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;

/** Writes times into a calendar: those of the person in their zone, those of an event as it writes its own. */
record Pen(ICalendar calendar, ZonedDateTime now) {

    /** Sets when the event is; days are days and do not take up time. */
    void time(VEvent event, ZonedDateTime start, ZonedDateTime end) {
        event.setDuration((Duration) null);
        event.setDateStart(property(new DateStart(Date.from(start.toInstant()), true), start.getZone()));
        event.setDateEnd(property(new DateEnd(Date.from(end.toInstant()), true), start.getZone()));
    }

    void days(VEvent event, LocalDate first, LocalDate after) {
        event.setDuration((Duration) null);
        event.setDateStart(new DateStart(date(first)));
        event.setDateEnd(new DateEnd(date(after)));
        event.setTransparency(Transparency.transparent());
    }

    /** A start of the event, in the form in which it writes its own start. */
    ICalDate like(VEvent event, LocalDateTime local) {
        TimezoneInfo zones = calendar.getTimezoneInfo();
        DateStart start = event.getDateStart();
        if (!start.getValue().hasTime()) {
            return date(local.toLocalDate());
        }
        return zones.isFloating(start)
                ? new ICalDate(components(local), true)
                : new ICalDate(Date.from(Wall.of(start, zones, now.getZone()).instant(local)), true);
    }

    /** Puts a property on the same clock as the event's start. */
    void likeStart(VEvent event, ICalProperty property) {
        TimezoneInfo zones = calendar.getTimezoneInfo();
        TimezoneAssignment zone = zones.getTimezone(event.getDateStart());
        if (zone != null) {
            zones.setTimezone(property, zone);
        } else if (zones.isFloating(event.getDateStart())) {
            zones.setFloating(property, true);
        }
    }

    /** Zones that a file named without saying what they are get their text, so that other programs need not know them. */
    void settleZones() {
        TimezoneInfo zones = calendar.getTimezoneInfo();
        for (VEvent event : calendar.getEvents()) {
            for (ICalProperty property : event.getProperties().values()) {
                TimezoneAssignment assigned = zones.getTimezone(property);
                if (assigned != null && assigned.getComponent() == null) {
                    zones.setTimezone(property, zone(assigned.getTimeZone().toZoneId()));
                }
            }
        }
    }

    void changed(VEvent event) {
        event.setDateTimeStamp(Date.from(now.toInstant()));
        event.setLastModified(Date.from(now.toInstant()));
        event.incrementSequence();
    }

    private <T extends ICalProperty> T property(T property, ZoneId zone) {
        if (!(zone.normalized() instanceof ZoneOffset)) {
            calendar.getTimezoneInfo().setTimezone(property, zone(zone));
        }
        return property;
    }

    /** The calendar's own text of the zone, where it has one. */
    private TimezoneAssignment zone(ZoneId zone) {
        TimezoneAssignment there = calendar.getTimezoneInfo().getTimezoneById(zone.getId());
        if (there != null) {
            return there;
        }
        return calendar.getTimezoneInfo().getTimezones().stream()
                .filter(known -> known.getComponent() != null
                        && known.getComponent().getTimezoneId().getValue().equals(zone.getId()))
                .findFirst()
                .orElseGet(
                        () -> new TimezoneAssignment(TimeZone.getTimeZone(zone), ZoneText.of(zone, now.toInstant())));
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private static DateTimeComponents components(LocalDateTime local) {
        return new DateTimeComponents(
                local.getYear(),
                local.getMonthValue(),
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond(),
                false);
    }
}
