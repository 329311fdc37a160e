package io.personaagent.plugins.clock;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.plugins.times.Manner;
import io.personaagent.plugins.times.Request;
import io.personaagent.plugins.times.When;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.Traits;
import io.personaagent.tools.Undo;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reminders: set, listed, called off. Telling them when they are due is {@link ClockProvider#notices}. */
public final class ReminderTools {

    private static final int LONGEST_TEXT = 1000;
    private static final int FARTHEST_YEARS = 100;
    private static final String EXPECTED =
            "expected a time ahead, such as \"in 20 minutes\", \"tomorrow at 9\", \"on friday at 18:30\" or \"2026-12-24 18:00\"";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Reminders reminders;

    ReminderTools(Reminders reminders) {
        this.reminders = reminders;
    }

    @Tool(name = "set_reminder", value = "Sets a reminder that the person is told when its time has come.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "remind me to {text} {when}",
                "remind me {when} to {text}",
                "remind me to {text}",
                "remind me about {text} {when}",
                "remind me {when} that {text}",
                "set a reminder to {text} {when}",
                "set a reminder {when}: {text}",
                "please remind me to {text} {when}",
                "remind me {when}"
            })
    public ToolResult set(
            @P("what to remind of, such as: call mum") String text,
            @P(
                            value =
                                    "when, such as: in 20 minutes, tomorrow at 9, every weekday at 7:30, 2026-12-24 18:00;"
                                            + " leave it out only when the text says it",
                            required = false)
                    @Nullable
                    String when,
            ToolContext context) {
        checkLength(text);
        if (when != null && Recurrence.in(when).isEmpty() && Recurrence.in(text).isPresent()) {
            return set(text + " " + when, null, context);
        }
        ZonedDateTime now = ZonedDateTime.now(context.clock());
        When clock = new When(now, Manner.of(context));
        Optional<Recurrence.Taken> again = Recurrence.in(when == null ? text : when);
        Request request = again.isPresent() ? repeated(text, when, again.get(), clock) : request(text, when, clock);
        checkTime(request.due(), now, context);
        Recurrence recurrence = again.map(Recurrence.Taken::recurrence).orElse(Recurrence.NONE);
        ZonedDateTime first = recurrence.isNone() ? request.due() : recurrence.first(request.due(), now);
        Reminder reminder = reminders.add(first.toInstant(), recurrence, request.text(), context.shelf());
        return ToolResult.done(
                "Reminder %d is set for %s".formatted(reminder.number(), told(reminder, context)),
                Undo.by("cancel_reminder", "reminder", Integer.toString(reminder.number())));
    }

    @Tool(name = "list_reminders", value = "Lists the person's reminders that are still to come, the earliest first.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "list my reminders",
                "show my reminders",
                "which reminders do I have",
                "what reminders are set",
                "what have you got to remind me of"
            })
    public String list(ToolContext context) {
        List<Reminder> all = reminders.all(context.shelf());
        return all.isEmpty()
                ? "No reminders are set. Say \"remind me to ... tomorrow at 9\" to set one."
                : all.stream().map(reminder -> line(reminder, context)).collect(Collectors.joining("\n"));
    }

    @Tool(
            name = "cancel_reminder",
            value = "Calls off one of the person's reminders, found by its number or by words of it.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "cancel reminder {reminder}",
                "cancel the reminder to {reminder}",
                "delete reminder {reminder}",
                "delete the reminder about {reminder}",
                "forget reminder {reminder}",
                "call off my reminder to {reminder}"
            })
    public ToolResult cancel(
            @P("the number of the reminder, or words of it, such as: 2") String reminder, ToolContext context) {
        Reminder gone = the(reminder, context);
        reminders.remove(gone, context.shelf());
        String when = when(gone, context.clock().getZone());
        return ToolResult.done(
                "Cancelled reminder %s".formatted(line(gone, context)),
                new Undo("set_reminder", Arguments.of(Map.of("text", gone.text(), "when", when))));
    }

    /** Such as would set it again. */
    private static String when(Reminder reminder, ZoneId zone) {
        String minute = MINUTE.format(reminder.due().atZone(zone));
        return reminder.comesAgain() ? reminder.plan().recurrence().words() + " " + minute : minute;
    }

    /** The time stands in its own argument, or the whole sentence in one or both of them, as a planner without a model leaves it. */
    private static Request request(String text, @Nullable String when, When clock) {
        if (when == null || when.isBlank()) {
            return Request.read(text, clock)
                    .orElseThrow(() -> new BadArgumentException("argument 'when' is missing; " + EXPECTED));
        }
        return clock.read(when)
                .map(due -> new Request(due, text.strip(), when))
                .or(() -> Request.read(text + " " + when, clock))
                .orElseThrow(() -> new BadArgumentException(
                        "argument 'when' is '%s'; %s".formatted(Wording.shortened(when), EXPECTED)));
    }

    /** Without a time, it is told when the person's day begins. */
    private static Request repeated(String text, @Nullable String when, Recurrence.Taken again, When clock) {
        String rest = again.rest();
        if (when == null) {
            return Request.read(rest, clock).orElseGet(() -> new Request(clock.morning(), rest, ""));
        }
        return rest.isBlank() ? new Request(clock.morning(), text.strip(), "") : request(text, rest, clock);
    }

    private Reminder the(String meant, ToolContext context) {
        List<Reminder> all = reminders.all(context.shelf());
        Optional<Reminder> numbered = all.stream()
                .filter(reminder -> meant.strip().replaceFirst("^#", "").equals(Integer.toString(reminder.number())))
                .findFirst();
        String sought = meant.strip().toLowerCase(Locale.ROOT);
        List<Reminder> found = all.stream()
                .filter(reminder -> !sought.isEmpty()
                        && reminder.text().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        return numbered.or(() -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty())
                .orElseThrow(() -> new BadArgumentException(notOne(meant, found.isEmpty() ? all : found, context)));
    }

    private static String notOne(String meant, List<Reminder> candidates, ToolContext context) {
        String named = Wording.shortened(meant);
        return candidates.isEmpty()
                ? "argument 'reminder' is '%s', but no reminders are set".formatted(named)
                : "argument 'reminder' is '%s'; expected the number of one of: %s"
                        .formatted(
                                named,
                                candidates.stream()
                                        .limit(5)
                                        .map(reminder -> line(reminder, context))
                                        .collect(Collectors.joining("; ")));
    }

    private static String line(Reminder reminder, ToolContext context) {
        return "%d. %s".formatted(reminder.number(), told(reminder, context));
    }

    private static String told(Reminder reminder, ToolContext context) {
        String again =
                reminder.comesAgain() ? " and " + reminder.plan().recurrence().words() : "";
        return "%s%s: %s"
                .formatted(
                        Manner.of(context)
                                .moment(reminder.due().atZone(context.clock().getZone())),
                        again,
                        reminder.text());
    }

    private static void checkTime(ZonedDateTime due, ZonedDateTime now, ToolContext context) {
        if (!due.isAfter(now)) {
            throw new BadArgumentException("argument 'when' is %s, which is past; %s"
                    .formatted(Manner.of(context).moment(due), EXPECTED));
        }
        if (due.isAfter(now.plusYears(FARTHEST_YEARS))) {
            throw new BadArgumentException(
                    "argument 'when' is more than %d years ahead; %s".formatted(FARTHEST_YEARS, EXPECTED));
        }
    }

    private static void checkLength(String text) {
        if (text.isBlank()) {
            throw new BadArgumentException(
                    "argument 'text' is empty; expected what to remind of, such as \"call mum\"");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new BadArgumentException("argument 'text' has %d characters; a reminder has at most %d"
                    .formatted(text.length(), LONGEST_TEXT));
        }
    }
}
