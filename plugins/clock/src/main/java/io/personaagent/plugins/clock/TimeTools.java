package io.personaagent.plugins.clock;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.plugins.times.Manner;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/** The time here and elsewhere. */
public final class TimeTools {

    private static final int MINUTES_PER_HOUR = 60;

    @Tool(name = "current_time", value = "Says what time, day and date it is now where the person is.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "what time is it",
                "what time is it now",
                "tell me the time",
                "how late is it",
                "what is the current time",
                "what day is it today",
                "what is today's date",
                "what is the date today"
            })
    public String now(ToolContext context) {
        Manner manner = Manner.of(context);
        ZonedDateTime now = ZonedDateTime.now(context.clock());
        return "It is %s on %s (%s).".formatted(manner.time(now), manner.day(now.toLocalDate()), now.getZone());
    }

    @Tool(name = "time_in", value = "Says what time it is now in a city, a country or a time zone.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "what time is it in {place}",
                "what time is it now in {place}",
                "what is the time in {place}",
                "what is the current time in {place}",
                "tell me the time in {place}",
                "time in {place}",
                "how late is it in {place}",
                "what day is it in {place}"
            })
    public String timeIn(@P("a city, a country or a time zone, such as: Tokyo") String place, ToolContext context) {
        Instant now = context.clock().instant();
        ZoneId there = Known.PLACES.zoneOf(place, now);
        ZonedDateTime then = now.atZone(there);
        int ahead = (then.getOffset().getTotalSeconds()
                        - now.atZone(context.clock().getZone()).getOffset().getTotalSeconds())
                / MINUTES_PER_HOUR;
        Manner manner = Manner.of(context);
        return "In %s it is %s on %s (%s, %s)."
                .formatted(named(place), manner.time(then), manner.day(then.toLocalDate()), there, ahead(ahead));
    }

    private static String named(String place) {
        String name = place.strip().replaceAll("[?!.]+$", "");
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + name.substring(name.offsetByCodePoints(0, 1));
    }

    private static String ahead(int minutes) {
        if (minutes == 0) {
            return "the same time as yours";
        }
        int amount = Math.abs(minutes);
        String hours = amount / MINUTES_PER_HOUR == 1 ? "1 hour" : amount / MINUTES_PER_HOUR + " hours";
        String rest = amount % MINUTES_PER_HOUR == 0 ? "" : " %d minutes".formatted(amount % MINUTES_PER_HOUR);
        return "%s%s %s you".formatted(hours, rest, minutes > 0 ? "ahead of" : "behind");
    }

    /** Read from the jar when the first place is asked for. */
    private static final class Known {
        static final Places PLACES = new Places();
    }
}
