package io.personaagent.plugins.calendar;

import biweekly.component.VEvent;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.plugins.calendar.Habits.Habit;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts something into the calendar. */
final class AddTool implements Tool {

    /** How something repeats. */
    private enum Repeat {
        NEVER,
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    private static final int LONGEST_MINUTES = 7 * 24 * 60;
    private static final ToolSpec SPEC = ToolSpec.of(
            ToolSpecification.builder()
                    .name("add_event")
                    .description(
                            "Puts an event into the person's calendar: a day or a time, how long, where, and whether it repeats.")
                    .parameters(JsonObjectSchema.builder()
                            .addStringProperty("title", "what it is, such as: dentist")
                            .addStringProperty(
                                    "when",
                                    "when, such as: tomorrow at 9, friday 14:00 to 15:30, 2026-12-24; a day without a time is the whole day")
                            .addIntegerProperty(
                                    "minutes",
                                    "how long in minutes, such as 45; left out, as long as the person's events usually are")
                            .addStringProperty("place", "where, such as: Main Street 5")
                            .addEnumProperty(
                                    "repeat",
                                    Stream.of(Repeat.values()).map(Repeat::name).toList(),
                                    "how it repeats; left out, it does not")
                            .required("title")
                            .build())
                    .build(),
            Effect.WRITE,
            "add {title} to my calendar {when}",
            "add {title} to my calendar for {when}",
            "put {title} in my calendar {when}",
            "put {title} into my calendar for {when}",
            "add an appointment {title} {when}",
            "schedule {title} for {when}",
            "add an event {title} {when}",
            "create a calendar event {title} {when}");

    private final Calendars calendars;

    AddTool(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        ZonedDateTime now = ZonedDateTime.now(context.clock());
        Appointment wish = Appointment.of(
                arguments.text("title"), arguments.optionalText("when").orElse(null), Spoken.in(context));
        Repeat repeat = arguments.has("repeat") ? arguments.choice("repeat", Repeat.class) : Repeat.NEVER;
        Wording wording = Wording.of(context);
        Habit<Duration> length = length(arguments, wish, new Habits(context.preferences()));
        ZonedDateTime end = wish.end().orElseGet(() -> wish.start().plus(length.value()));
        try {
            List<Occurrence> beside = wish.wholeDay() ? List.of() : beside(wish.start(), end, context);
            Slot slot = new Slot(wish, end, repeat);
            return calendars.change(context, calendar -> {
                VEvent event = event(slot, arguments.optionalText("place").orElse(""), new Pen(calendar, now));
                calendar.addEvent(event);
                return ToolResult.done(
                        told(slot, length, wording) + warning(beside, wording),
                        Takeback.ofAdded(event, wish.start().toLocalDate(), repeat != Repeat.NEVER));
            });
        } catch (IOException unwritable) {
            return ToolResult.failed(Fault.WORLD, String.valueOf(unwritable.getMessage()));
        }
    }

    private record Slot(Appointment wish, ZonedDateTime end, Repeat repeat) {}

    private static VEvent event(Slot slot, String place, Pen pen) {
        VEvent event = new VEvent();
        event.setSummary(slot.wish().title());
        if (!place.isBlank()) {
            event.setLocation(place);
        }
        event.setDateTimeStamp(Date.from(pen.now().toInstant()));
        if (slot.wish().wholeDay()) {
            LocalDate day = slot.wish().start().toLocalDate();
            pen.days(event, day, day.plusDays(1));
        } else {
            pen.time(event, slot.wish().start(), slot.end());
        }
        if (slot.repeat() != Repeat.NEVER) {
            event.setRecurrenceRule(
                    new Recurrence.Builder(Frequency.valueOf(slot.repeat().name())).build());
        }
        return event;
    }

    private static Habit<Duration> length(Arguments arguments, Appointment wish, Habits habits) {
        int minutes = arguments.optionalInteger("minutes").orElse(0);
        if (minutes < 0 || minutes > LONGEST_MINUTES) {
            throw new BadArgumentException(
                    "argument 'minutes' is %d; expected 1 to %d, or nothing".formatted(minutes, LONGEST_MINUTES));
        }
        if (wish.wholeDay() || wish.end().isPresent()) {
            return new Habit<>(Duration.ZERO, "");
        }
        return minutes > 0 ? new Habit<>(Duration.ofMinutes(minutes), "") : habits.length();
    }

    private List<Occurrence> beside(ZonedDateTime start, ZonedDateTime end, ToolContext context) throws IOException {
        Stretch days = new Stretch(start.toLocalDate(), end.toLocalDate());
        return calendars.events(context, days).all().stream()
                .filter(event -> event.what().busy()
                        && event.start().isBefore(end)
                        && event.end().isAfter(start))
                .toList();
    }

    private static String told(Slot slot, Habit<Duration> length, Wording wording) {
        ZonedDateTime start = slot.wish().start();
        String day = wording.day(start.toLocalDate());
        String time = slot.wish().wholeDay() ? "all day" : wording.slot(start, slot.end());
        String repeats =
                slot.repeat() == Repeat.NEVER ? "" : ", " + slot.repeat().name().toLowerCase(Locale.ROOT);
        String because = length.because().isEmpty()
                ? ""
                : " (%s because of %s)".formatted(Wording.length(length.value()), length.because());
        return "Added %s: %s, %s%s%s.".formatted(slot.wish().title(), day, time, repeats, because);
    }

    private static String warning(List<Occurrence> beside, Wording wording) {
        return beside.isEmpty()
                ? ""
                : "\nAt that time there is already: "
                        + beside.stream()
                                .map(event -> "%s (%s)"
                                        .formatted(event.what().title(), wording.slot(event.start(), event.end())))
                                .collect(Collectors.joining("; "));
    }
}
