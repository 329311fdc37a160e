package io.personaagent.plugins.calendar;

import io.personaagent.plugins.times.Manner;
import io.personaagent.tools.ToolContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;

/** How what is in a calendar is told to one person. */
record Wording(Manner manner) {

    private static final int LONGEST_SHOWN = 80;

    static Wording of(ToolContext context) {
        return new Wording(Manner.of(context));
    }

    String day(LocalDate day) {
        return manner.day(day);
    }

    String time(TemporalAccessor moment) {
        return manner.time(moment);
    }

    /** "Monday, 23 November 2026, 14:00 to 15:00"; whole days without a time. */
    String when(Occurrence event) {
        return day(event.start().toLocalDate()) + ", "
                + times(event, event.start().toLocalDate());
    }

    /** One line of an agenda. */
    String line(Occurrence event, LocalDate day) {
        return "- %s: %s%s"
                .formatted(
                        times(event, day),
                        event.what().title(),
                        event.what().place().isEmpty()
                                ? ""
                                : " (%s)".formatted(event.what().place()));
    }

    /** A slot between two moments of one day, each with a time. */
    String slot(TemporalAccessor from, TemporalAccessor to) {
        return "%s to %s".formatted(time(from), time(to));
    }

    private String times(Occurrence event, LocalDate day) {
        if (event.what().wholeDays()) {
            long days =
                    Duration.between(event.start(), event.end()).plusHours(2).toDays();
            return days <= 1
                    ? "all day"
                    : "all day, until " + day(event.end().toLocalDate().minusDays(1));
        }
        if (event.start().equals(event.end())) {
            return time(event.start());
        }
        LocalDate shown =
                event.start().toLocalDate().isBefore(day) ? day : event.start().toLocalDate();
        String end = event.end().toLocalDate().equals(shown)
                ? time(event.end())
                : "%s on %s".formatted(time(event.end()), day(event.end().toLocalDate()));
        return event.start().toLocalDate().isBefore(day)
                ? "until %s".formatted(end)
                : "%s to %s".formatted(time(event.start()), end);
    }

    static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes % 60 != 0) {
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
        return minutes == 60 ? "1 hour" : minutes / 60 + " hours";
    }

    static String shown(String text) {
        String line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "...";
    }
}
