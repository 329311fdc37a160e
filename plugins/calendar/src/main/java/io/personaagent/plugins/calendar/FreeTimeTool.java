package io.personaagent.plugins.calendar;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.plugins.calendar.Habits.Habit;
import io.personaagent.plugins.calendar.Habits.Hours;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where something still fits in. */
public final class FreeTimeTool {

    private static final int MOST_DAYS = 62;
    private static final int LONGEST_MINUTES = 24 * 60;

    private final Calendars calendars;

    FreeTimeTool(Calendars calendars) {
        this.calendars = calendars;
    }

    @Tool(
            name = "free_time",
            value =
                    "Finds the free times in the person's calendar on a day or on several days, within the hours that they work.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "when am I free {when}",
                "when do I have time {when}",
                "am I free {when}",
                "find {minutes} minutes in my calendar {when}",
                "when do I have {minutes} minutes {when}",
                "show my free time {when}"
            })
    public String free(
            @P(value = "the days, such as: today, friday, next week", defaultValue = "today") String when,
            @P(
                            value =
                                    "how many minutes it must last, such as 45; 0 for as long as the person's events usually do",
                            defaultValue = "0")
                    int minutes,
            ToolContext context)
            throws IOException {
        if (minutes < 0 || minutes > LONGEST_MINUTES) {
            throw new BadArgumentException(
                    "argument 'minutes' is %d; expected 0 to %d".formatted(minutes, LONGEST_MINUTES));
        }
        Habits habits = new Habits(context.preferences());
        Wording wording = Wording.of(context);
        ZonedDateTime now = ZonedDateTime.now(context.clock());
        Stretch stretch = Stretch.of("when", when.isBlank() ? "today" : when, context);
        if (stretch.days().size() > MOST_DAYS) {
            throw new BadArgumentException("argument 'when' has %d days; expected at most %d"
                    .formatted(stretch.days().size(), MOST_DAYS));
        }
        Events events = calendars.events(context, stretch);
        Habit<Duration> length = minutes > 0 ? new Habit<>(Duration.ofMinutes(minutes), "") : habits.length();
        String lines = stretch.days().stream()
                .filter(day -> stretch.isOneDay() || habits.workingDays().contains(day.getDayOfWeek()))
                .map(day -> day(
                        day,
                        slots(day, events.all(), new Wanted(now, habits.hours().value(), length.value())),
                        wording))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        String found =
                lines.isEmpty() ? "There is no free time of %s.".formatted(Wording.length(length.value())) : lines;
        return found + because(habits.hours(), length, wording) + events.warning();
    }

    /** What a slot must keep to. */
    private record Wanted(ZonedDateTime now, Hours hours, Duration length) {

        boolean isLongEnough(Slot slot) {
            return Duration.between(slot.from(), slot.to()).compareTo(length) >= 0;
        }
    }

    private record Slot(ZonedDateTime from, ZonedDateTime to) {}

    private static List<Slot> slots(LocalDate day, List<Occurrence> events, Wanted wanted) {
        ZonedDateTime opens =
                day.atTime(wanted.hours().from()).atZone(wanted.now().getZone());
        ZonedDateTime closes =
                day.atTime(wanted.hours().to()).atZone(wanted.now().getZone());
        ZonedDateTime free = opens.isBefore(wanted.now()) ? wanted.now() : opens;
        List<Slot> slots = new ArrayList<>();
        for (Occurrence event : events) {
            if (event.what().busy()
                    && event.start().isBefore(closes)
                    && event.end().isAfter(free)) {
                slots.add(new Slot(free, event.start()));
                free = event.end();
            }
        }
        slots.add(new Slot(free, closes));
        return slots.stream().filter(wanted::isLongEnough).toList();
    }

    private static String day(LocalDate day, List<Slot> slots, Wording wording) {
        return slots.isEmpty()
                ? ""
                : "%s: %s"
                        .formatted(
                                wording.day(day),
                                slots.stream()
                                        .map(slot -> wording.slot(slot.from(), slot.to()))
                                        .collect(Collectors.joining(", ")));
    }

    private static String because(Habit<Hours> hours, Habit<Duration> length, Wording wording) {
        String told = hours.because().isEmpty()
                ? ""
                : "\n(between %s and %s because of %s)"
                        .formatted(
                                wording.time(hours.value().from()),
                                wording.time(hours.value().to()),
                                hours.because());
        return length.because().isEmpty()
                ? told
                : told + "\n(at least %s because of %s)".formatted(Wording.length(length.value()), length.because());
    }
}
