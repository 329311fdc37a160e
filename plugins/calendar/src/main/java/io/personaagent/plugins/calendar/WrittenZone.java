package io.personaagent.plugins.calendar;

import biweekly.component.Observance;
import biweekly.component.VTimezone;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A zone that only the calendar knows, as Outlook writes them: the clocks are as the latest change of them said (RFC 5545, 3.6.5). */
record WrittenZone(VTimezone text) implements Wall {

    private static final int DAYS_BACK = 395;

    /** The clocks are changed. */
    private record Change(LocalDateTime at, ZoneOffset from, ZoneOffset to) {

        Instant moment() {
            return at.toInstant(from);
        }

        boolean jumpsOver(LocalDateTime local) {
            Duration jump = Duration.ofSeconds(to.getTotalSeconds() - from.getTotalSeconds());
            return local.isBefore(at.plus(jump));
        }
    }

    @Override
    public LocalDateTime local(Instant moment) {
        LocalDateTime about = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).plusDays(1);
        ZoneOffset offset = latest(about, change -> !change.moment().isAfter(moment))
                .map(Change::to)
                .orElseGet(this::first);
        return LocalDateTime.ofInstant(moment, offset);
    }

    @Override
    public Instant instant(LocalDateTime local) {
        ZoneOffset offset = latest(local, change -> !change.at().isAfter(local))
                .map(change -> change.jumpsOver(local) ? change.from() : change.to())
                .orElseGet(this::first);
        return local.toInstant(offset);
    }

    private Optional<Change> latest(LocalDateTime until, Predicate<Change> passed) {
        return parts().flatMap(part -> changes(part, until).stream())
                .filter(passed)
                .max(Comparator.comparing(Change::at));
    }

    /** Before all changes it was as the first of them says that it was. */
    private ZoneOffset first() {
        return parts().map(part -> change(part, start(part)))
                .min(Comparator.comparing(Change::at))
                .map(Change::from)
                .orElse(ZoneOffset.UTC);
    }

    private Stream<Observance> parts() {
        return Stream.concat(text.getStandardTimes().stream(), text.getDaylightSavingsTime().stream())
                .filter(part -> part.getDateStart() != null
                        && part.getDateStart().getValue() != null
                        && part.getTimezoneOffsetFrom() != null
                        && part.getTimezoneOffsetTo() != null);
    }

    private static List<Change> changes(Observance part, LocalDateTime until) {
        List<LocalDateTime> times = new ArrayList<>(List.of(start(part)));
        part.getRecurrenceDates().stream()
                .flatMap(dates -> dates.getDates().stream())
                .forEach(date -> times.add(Wall.of(ZoneOffset.UTC).local(date)));
        if (part.getRecurrenceRule() != null) {
            Wall before = Wall.of(offset(part.getTimezoneOffsetFrom().getValue().getMillis()));
            Rule rule = new Rule(
                    part.getRecurrenceRule().getValue(), new EventTime(before, beginning(part), Duration.ZERO, false));
            LocalDateTime last = end(part, before).filter(until::isAfter).orElse(until);
            times.addAll(rule.starts(new Stretch(
                    last.toLocalDate().minusDays(DAYS_BACK), last.toLocalDate().plusDays(1))));
        }
        return times.stream().map(at -> change(part, at)).toList();
    }

    private static Optional<LocalDateTime> end(Observance part, Wall before) {
        ICalDate until = part.getRecurrenceRule().getValue().getUntil();
        return Optional.ofNullable(until).map(before::local);
    }

    /** Outlook's rules begin in 1601; a rule of each year is the same from 1970 on, and gone through sooner. */
    private static LocalDateTime beginning(Observance part) {
        Recurrence rule = part.getRecurrenceRule().getValue();
        boolean eachYear = rule.getFrequency() == Frequency.YEARLY
                && rule.getCount() == null
                && (rule.getInterval() == null || rule.getInterval() == 1);
        return eachYear && start(part).getYear() < 1970 ? start(part).withYear(1970) : start(part);
    }

    private static LocalDateTime start(Observance part) {
        return Wall.of(ZoneOffset.UTC).local(part.getDateStart().getValue());
    }

    private static Change change(Observance part, LocalDateTime at) {
        return new Change(
                at,
                offset(part.getTimezoneOffsetFrom().getValue().getMillis()),
                offset(part.getTimezoneOffsetTo().getValue().getMillis()));
    }

    private static ZoneOffset offset(long millis) {
        return ZoneOffset.ofTotalSeconds((int) Math.max(-64_800, Math.min(64_800, millis / 1_000)));
    }
}
