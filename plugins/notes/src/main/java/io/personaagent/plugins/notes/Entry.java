package io.personaagent.plugins.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One note or to-do.
 *
 * @param number what people call it by; never given to another entry
 * @param done whether it was ticked off; a note never is
 */
record Entry(int number, Instant written, boolean done, String text) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** The same entry, ticked off. */
    Entry ticked() {
        return new Entry(number, written, true, text);
    }

    /** The same entry, still to be done. */
    Entry reopened() {
        return new Entry(number, written, false, text);
    }

    /** As a tool is told of it. */
    String named() {
        return Integer.toString(number);
    }

    /** As a line of a list, with the day in the person's time zone. */
    String line(Clock clock) {
        return "%d. %s (%s%s)"
                .formatted(number, text, DAY.format(written.atZone(clock.getZone())), done ? ", done" : "");
    }

    /** As it lies on the shelf. */
    String written(String separator) {
        return written + separator + (done ? "done" : "open") + separator + text;
    }

    static Entry read(int number, String value, String separator) {
        String[] parts = value.split(separator, 3);
        if (parts.length < 3) {
            throw new IllegalStateException("entry %d on the shelf is damaged: '%s'".formatted(number, value));
        }
        return new Entry(number, Instant.parse(parts[0]), parts[1].equals("done"), parts[2]);
    }
}
