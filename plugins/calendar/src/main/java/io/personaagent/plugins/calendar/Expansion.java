package io.personaagent.plugins.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.util.ICalDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes the times of events: what a rule says, without the exceptions, with what was added, and with single times moved to where somebody
 * put them. Holds the state of one going through.
 */
final class Expansion {

    private final ICalendar calendar;
    private final ZoneId person;
    private int unclear;

    Expansion(ICalendar calendar, ZoneId person) {
        this.calendar = calendar;
        this.person = person;
    }

    /** How many events repeat too often to be gone through. */
    int unclear() {
        return unclear;
    }

    /** All times of events that touch one of the days. */
    List<Occurrence> between(Stretch stretch) {
        Set<String> moved = new HashSet<>();
        List<Occurrence> found = new ArrayList<>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() != null) {
                moved.add(key(event, original(event)));
                single(event, original(event)).stream().filter(stretch::touches).forEach(found::add);
            }
        }
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() == null) {
                times(event, stretch).stream()
                        .filter(each ->
                                !moved.contains(key(event, each.original().toInstant())))
                        .filter(stretch::touches)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private List<Occurrence> times(VEvent event, Stretch stretch) {
        EventTime time = EventTime.of(event, calendar.getTimezoneInfo(), person);
        if (time == null || isCancelled(event)) {
            return List.of();
        }
        Set<LocalDateTime> starts = new TreeSet<>(Set.of(time.start()));
        if (event.getRecurrenceRule() != null) {
            Rule rule = new Rule(event.getRecurrenceRule().getValue(), time);
            starts.addAll(rule.starts(stretch));
            unclear += rule.isClear() ? 0 : 1;
        }
        for (RecurrenceDates added : event.getRecurrenceDates()) {
            Wall wall = Wall.of(added, calendar.getTimezoneInfo(), person);
            Stream.concat(added.getDates().stream(), added.getPeriods().stream().map(period -> period.getStartDate()))
                    .forEach(date -> starts.add(time.asWritten(date, wall)));
        }
        for (ExceptionDates left : event.getExceptionDates()) {
            Wall wall = Wall.of(left, calendar.getTimezoneInfo(), person);
            left.getValues().forEach(date -> remove(starts, date, time, time.asWritten(date, wall)));
        }
        boolean repeats =
                event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty();
        return starts.stream()
                .map(start -> occurrence(event, time, start, repeats))
                .toList();
    }

    /** An exception that is a day takes all of that day. */
    private static void remove(Set<LocalDateTime> starts, ICalDate date, EventTime time, LocalDateTime written) {
        if (date.hasTime() || time.wholeDays()) {
            starts.remove(written);
        } else {
            starts.removeIf(start -> start.toLocalDate().equals(written.toLocalDate()));
        }
    }

    private List<Occurrence> single(VEvent event, Instant original) {
        EventTime time = EventTime.of(event, calendar.getTimezoneInfo(), person);
        if (time == null || isCancelled(event)) {
            return List.of();
        }
        Occurrence moved = occurrence(event, time, time.start(), true);
        return List.of(new Occurrence(moved.uid(), moved.what(), moved.start(), moved.end(), original.atZone(person)));
    }

    private Occurrence occurrence(VEvent event, EventTime time, LocalDateTime begin, boolean repeats) {
        ZonedDateTime start = time.wholeDays()
                ? begin.atZone(person)
                : time.wall().instant(begin).atZone(person);
        ZonedDateTime end = time.wholeDays()
                ? begin.plusDays(Math.max(1, time.length().toDays())).atZone(person)
                : start.plus(time.length());
        return new Occurrence(
                EventText.uid(event), EventText.what(event, time.wholeDays(), repeats), start, end, start);
    }

    /** When a time that somebody moved would be by its rule. */
    Instant original(VEvent event) {
        RecurrenceId id = event.getRecurrenceId();
        Wall wall = Wall.of(id, calendar.getTimezoneInfo(), person);
        LocalDateTime local = wall.local(id.getValue());
        return id.getValue().hasTime()
                ? wall.instant(local)
                : local.atZone(person).toInstant();
    }

    private static String key(VEvent event, Instant original) {
        return EventText.uid(event) + " " + original;
    }

    private static boolean isCancelled(VEvent event) {
        Status status = event.getStatus();
        return status != null && status.isCancelled();
    }

    static Duration positive(Duration length) {
        return length.isNegative() ? Duration.ZERO : length;
    }
}
