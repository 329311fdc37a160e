package io.personaagent.plugins.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceId;
import biweekly.property.RecurrenceRule;
import biweekly.property.Transparency;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes events out of the calendar, and puts them to another time; of what repeats one time or all. */
public final class ChangeTools {

    private final Calendars calendars;

    ChangeTools(Calendars calendars) {
        this.calendars = calendars;
    }

    @Tool(
            name = "remove_event",
            value =
                    "Takes an event out of the person's calendar, found by words of it. Of one that repeats the next time, unless all are meant.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "remove {event} from my calendar",
                "delete {event} from my calendar",
                "delete the appointment {event}",
                "cancel my appointment {event}",
                "cancel the event {event}",
                "take {event} out of my calendar"
            })
    public String remove(
            @P("words of the event, such as: dentist") String event,
            @P(value = "on which day it is, such as: friday; needed only where several fit", defaultValue = "")
                    String day,
            @P(value = "whether all times of an event that repeats are meant", defaultValue = "false") boolean series,
            ToolContext context)
            throws IOException {
        Wording wording = Wording.of(new Habits(context.preferences()));
        return calendars.change(context, calendar -> {
            Occurrence meant = new Meant(calendar, context).the(event, day);
            if (series || !meant.what().repeats()) {
                events(calendar, meant, each -> true).forEach(calendar::removeComponent);
                return "Removed %s: %s%s."
                        .formatted(
                                meant.what().title(),
                                wording.when(meant),
                                meant.what().repeats() ? " and all its other times" : "");
            }
            leaveOut(calendar, meant, context);
            return "Removed %s: %s; its other times stay."
                    .formatted(meant.what().title(), wording.when(meant));
        });
    }

    @Tool(
            name = "move_event",
            value =
                    "Puts an event of the person's calendar to another time, found by words of it. Of one that repeats only the next time.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "move {event} in my calendar to {when}",
                "move my appointment {event} to {when}",
                "put off my appointment {event} to {when}",
                "shift {event} to {when}",
                "move the event {event} to {when}",
                "reschedule {event} to {when}",
                "postpone my appointment {event} to {when}"
            })
    public String move(
            @P("words of the event, such as: dentist") String event,
            @P("the new time, such as: friday at 10; a day alone keeps the time of day") String when,
            @P(value = "on which day it is now, such as: tuesday; needed only where several fit", defaultValue = "")
                    String day,
            ToolContext context)
            throws IOException {
        ZonedDateTime now = ZonedDateTime.now(context.clock());
        Appointment wish = Appointment.moved(when, now);
        Wording wording = Wording.of(new Habits(context.preferences()));
        return calendars.change(context, calendar -> {
            Occurrence meant = new Meant(calendar, context).the(event, day);
            VEvent moved = meant.what().repeats() ? single(calendar, meant, context) : base(calendar, meant);
            Occurrence after = put(new Pen(calendar, now), moved, meant, wish);
            return "Moved %s from %s to %s%s."
                    .formatted(
                            meant.what().title(),
                            wording.when(meant),
                            wording.when(after),
                            meant.what().repeats() ? "; its other times stay" : "");
        });
    }

    private static Occurrence put(Pen pen, VEvent event, Occurrence before, Appointment wish) {
        if (before.what().wholeDays() && wish.wholeDay()) {
            LocalDate first = wish.start().toLocalDate();
            long days = Math.max(
                    1,
                    before.start()
                            .toLocalDate()
                            .datesUntil(before.end().toLocalDate())
                            .count());
            pen.days(event, first, first.plusDays(days));
            pen.changed(event);
            return at(before, before.what(), wish.start(), wish.start().plusDays(days));
        }
        ZonedDateTime start = wish.wholeDay() ? wish.start().with(before.start().toLocalTime()) : wish.start();
        Duration length =
                before.what().wholeDays() ? Duration.ofHours(1) : Duration.between(before.start(), before.end());
        ZonedDateTime end = wish.end().orElseGet(() -> start.plus(length));
        pen.time(event, start, end);
        event.removeProperties(Transparency.class);
        pen.changed(event);
        Occurrence.What what = before.what();
        return at(before, new Occurrence.What(what.title(), what.place(), false, true, what.repeats()), start, end);
    }

    private static Occurrence at(Occurrence before, Occurrence.What what, ZonedDateTime start, ZonedDateTime end) {
        return new Occurrence(before.uid(), what, start, end, before.original());
    }

    /** An event of its own for one time of one that repeats. */
    private static VEvent single(ICalendar calendar, Occurrence meant, ToolContext context) {
        Optional<VEvent> there = moved(calendar, meant, context);
        if (there.isPresent()) {
            return there.get();
        }
        VEvent base = base(calendar, meant);
        Pen pen = new Pen(calendar, ZonedDateTime.now(context.clock()));
        VEvent single = base.copy();
        single.removeProperties(RecurrenceRule.class);
        single.removeProperties(RecurrenceDates.class);
        single.removeProperties(ExceptionDates.class);
        RecurrenceId id = new RecurrenceId(pen.like(base, written(calendar, base, meant, context)));
        pen.likeStart(base, id);
        single.setRecurrenceId(id);
        calendar.addEvent(single);
        return single;
    }

    private static void leaveOut(ICalendar calendar, Occurrence meant, ToolContext context) {
        moved(calendar, meant, context).ifPresent(calendar::removeComponent);
        VEvent base = base(calendar, meant);
        Pen pen = new Pen(calendar, ZonedDateTime.now(context.clock()));
        ExceptionDates left = new ExceptionDates();
        left.getValues().add(pen.like(base, written(calendar, base, meant, context)));
        pen.likeStart(base, left);
        base.addExceptionDates(left);
        pen.changed(base);
    }

    /** When a time is by its rule, on the event's own clock. */
    private static LocalDateTime written(ICalendar calendar, VEvent base, Occurrence meant, ToolContext context) {
        if (!base.getDateStart().getValue().hasTime()) {
            return meant.original().toLocalDate().atStartOfDay();
        }
        return Wall.of(
                        base.getDateStart(),
                        calendar.getTimezoneInfo(),
                        context.clock().getZone())
                .local(meant.original().toInstant());
    }

    private static Optional<VEvent> moved(ICalendar calendar, Occurrence meant, ToolContext context) {
        Expansion expansion = new Expansion(calendar, context.clock().getZone());
        Instant original = meant.original().toInstant();
        return events(calendar, meant, event -> event.getRecurrenceId() != null).stream()
                .filter(event -> expansion.original(event).equals(original))
                .findFirst();
    }

    private static VEvent base(ICalendar calendar, Occurrence meant) {
        return events(calendar, meant, event -> event.getRecurrenceId() == null).stream()
                .findFirst()
                .orElseThrow(() -> new BadArgumentException(
                        "'%s' is one time of an event that is not in the calendar itself; only its sender can change it"
                                .formatted(meant.what().title())));
    }

    private static List<VEvent> events(ICalendar calendar, Occurrence meant, Predicate<VEvent> wanted) {
        return List.copyOf(calendar.getEvents()).stream()
                .filter(event -> EventText.uid(event).equals(meant.uid()))
                .filter(wanted)
                .toList();
    }
}
