package io.personaagent.plugins.clock;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times and days are written for people. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private Wording() {}

    static String time(ZonedDateTime moment) {
        return TIME.format(moment);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(ZonedDateTime moment) {
        return "%s at %s".formatted(DAY.format(moment), TIME.format(moment));
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 60)) + "...";
    }
}
