package io.personaagent.plugins.calendar;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** What is on, and when something is. */
public final class AgendaTools {

    private static final int MOST_LISTED = 100;

    private final Calendars calendars;

    AgendaTools(Calendars calendars) {
        this.calendars = calendars;
    }

    @Tool(
            name = "list_events",
            value = "Lists what is in the person's calendar on a day or on several days, repeating events included.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "what is on my calendar",
                "what does my calendar say for {when}",
                "what have I got on {when}",
                "what is on my calendar {when}",
                "what do I have in my calendar {when}",
                "show my calendar for {when}",
                "show my appointments for {when}",
                "which appointments do I have {when}",
                "what is my agenda for {when}",
                "do I have anything on {when}"
            })
    public String list(
            @P(value = "the days, such as: today, friday, next week, 2026-12-01 to 2026-12-07", defaultValue = "today")
                    String when,
            ToolContext context)
            throws IOException {
        Habits habits = new Habits(context.preferences());
        ZonedDateTime now = ZonedDateTime.now(context.clock());
        Stretch stretch = Stretch.of("when", when.isBlank() ? "today" : when, now, habits.weekStart());
        Events events = calendars.events(context, stretch);
        String heading = stretch.isOneDay()
                ? Wording.day(stretch.first())
                : "%s to %s".formatted(Wording.day(stretch.first()), Wording.day(stretch.last()));
        if (events.all().isEmpty()) {
            return "Nothing is in your calendar: %s.%s".formatted(heading, events.warning());
        }
        return (stretch.isOneDay()
                        ? day(stretch.first(), events.all(), Wording.of(habits))
                        : days(stretch, events.all(), Wording.of(habits)))
                + events.warning();
    }

    @Tool(
            name = "find_events",
            value = "Finds events of the person's calendar by words of them, from a month ago to a year ahead.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "when is {words} in my calendar",
                "when is my appointment with {words}",
                "when is my next {words} appointment",
                "find {words} in my calendar",
                "search my calendar for {words}"
            })
    public String find(@P("words of the event, such as: dentist") String words, ToolContext context)
            throws IOException {
        Habits habits = new Habits(context.preferences());
        LocalDate today = LocalDate.now(context.clock());
        Events events = calendars.events(context, new Stretch(today.minusDays(31), today.plusDays(366)));
        List<Occurrence> found = new Sought("words", words).in(events.all());
        if (found.isEmpty()) {
            return "Nothing in your calendar holds \"%s\".%s".formatted(Wording.shown(words), events.warning());
        }
        Wording wording = Wording.of(habits);
        String lines = found.stream()
                .limit(20)
                .map(event ->
                        "- %s: %s".formatted(wording.when(event), event.what().title()))
                .collect(Collectors.joining("\n"));
        return (found.size() <= 20 ? lines : lines + "\n(and %d more)".formatted(found.size() - 20)) + events.warning();
    }

    private static String days(Stretch stretch, List<Occurrence> events, Wording wording) {
        if (events.size() > MOST_LISTED) {
            throw new BadArgumentException(
                    "argument 'when' has %d events; expected fewer days, at most %d events are listed"
                            .formatted(events.size(), MOST_LISTED));
        }
        return stretch.days().stream()
                .filter(day -> events.stream().anyMatch(event -> event.touches(day)))
                .map(day -> day(day, events, wording))
                .collect(Collectors.joining("\n"));
    }

    private static String day(LocalDate day, List<Occurrence> events, Wording wording) {
        return "%s:\n%s"
                .formatted(
                        Wording.day(day),
                        events.stream()
                                .filter(event -> event.touches(day))
                                .limit(MOST_LISTED)
                                .map(event -> wording.line(event, day))
                                .collect(Collectors.joining("\n")));
    }
}
