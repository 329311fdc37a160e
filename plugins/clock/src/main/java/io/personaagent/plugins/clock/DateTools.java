package io.personaagent.plugins.clock;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.plugins.times.Manner;
import io.personaagent.plugins.times.When;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counting with dates. */
public final class DateTools {

    @Tool(
            name = "date_of",
            value =
                    "Says which date and weekday something relative is, such as: in 90 days, 2 weeks ago, 10 days after 24 december.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "what date is {when}",
                "what date is it {when}",
                "what date was it {when}",
                "what will the date be {when}",
                "which date is {when}",
                "what date will it be {when}",
                "tell me the date {when}"
            })
    public String dateOf(
            @P("the day, such as: in 90 days, 2 weeks ago, next friday, 10 days after 24 december") String when,
            ToolContext context) {
        LocalDate today = today(context);
        LocalDate date = day("when", when, context);
        return "%s is %s, %s.".formatted(started(when), Manner.of(context).day(date), distance(today, date));
    }

    @Tool(name = "weekday_of", value = "Says on which day of the week a date falls.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "what weekday is {date}",
                "what day of the week is {date}",
                "which day of the week was {date}",
                "what day of the week will {date} be",
                "on which weekday does {date} fall",
                "which weekday is {date}"
            })
    public String weekdayOf(@P("the date, such as: 2026-12-24 or 24 december") String date, ToolContext context) {
        LocalDate day = day("date", date, context);
        return "%s is a %s.".formatted(day, Manner.of(context).day(day).replaceFirst(",", ":"));
    }

    @Tool(name = "days_between", value = "Counts the days between two dates; one that is left out is today.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "how many days are there between {start} and {end}",
                "how many days are there from {start} to {end}",
                "how many days until {end}",
                "how many days is it until {end}",
                "how many days are left until {end}",
                "how long until {end}",
                "how long is it until {end}",
                "how many days has it been since {start}",
                "how many days ago was {start}"
            })
    public String daysBetween(
            @P(value = "the first date, such as: 2026-12-24, 3 march or today", required = false) @Nullable
                    String start,
            @P(value = "the second date, such as: christmas or 1 june 2027", required = false) @Nullable String end,
            ToolContext context) {
        if (start == null && end == null) {
            throw new BadArgumentException(
                    "arguments 'start' and 'end' are missing; expected at least one date, such as 2026-12-24 or christmas");
        }
        LocalDate from = start == null ? today(context) : first(start, end, context);
        LocalDate to = end == null ? today(context) : day("end", end, context);
        long days = ChronoUnit.DAYS.between(from, to);
        return "From %s to %s: %s%s."
                .formatted(Manner.of(context).day(from), Manner.of(context).day(to), Wording.days(days), weeks(days));
    }

    /** A start without a year, counted to today, lies behind: "since 3 march" never means the coming one. */
    private static LocalDate first(String start, @Nullable String end, ToolContext context) {
        LocalDate day = day("start", start, context);
        boolean ahead = end == null && day.isAfter(today(context));
        boolean dated = start.matches(".*(\\d{4}|\\b(in|next|tomorrow|from|after)\\b).*");
        return ahead && !dated ? day.minusYears(1) : day;
    }

    private static LocalDate day(String argument, String text, ToolContext context) {
        return new When(ZonedDateTime.now(context.clock()), Manner.of(context))
                .day(text)
                .orElseThrow(() -> new BadArgumentException(
                        ("argument '%s' is '%s'; expected a day, such as 2026-12-24, \"24 december\", \"next friday\", \"in 90 days\" or"
                                        + " \"2 weeks ago\"")
                                .formatted(argument, Wording.shortened(text))));
    }

    private static LocalDate today(ToolContext context) {
        return LocalDate.now(context.clock());
    }

    private static String started(String when) {
        String text = Wording.shortened(when.replaceAll("[?!.]+$", ""));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String distance(LocalDate today, LocalDate date) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days == 0) {
            return "today";
        }
        return days > 0 ? Wording.days(days) + " from today" : Wording.days(-days) + " ago";
    }

    private static String weeks(long days) {
        long whole = Math.abs(days) / 7;
        long rest = Math.abs(days) % 7;
        if (whole == 0) {
            return "";
        }
        String weeks = whole == 1 ? "1 week" : whole + " weeks";
        return rest == 0 ? " (%s)".formatted(weeks) : " (%s and %s)".formatted(weeks, Wording.days(rest));
    }
}
