package io.personaagent.plugins.calendar;

import biweekly.component.VEvent;
import biweekly.property.TextProperty;
import biweekly.property.Transparency;
import org.jspecify.annotations.Nullable;

/** The words of an event, which somebody else may have written: in one line, and not endless. */
final class EventText {

    private static final int LONGEST = 200;

    private EventText() {}

    static Occurrence.What what(VEvent event, boolean wholeDays, boolean repeats) {
        String title = line(event.getSummary());
        Transparency transparency = event.getTransparency();
        return new Occurrence.What(
                title.isEmpty() ? "(no title)" : title,
                line(event.getLocation()),
                wholeDays,
                transparency == null || !transparency.isTransparent(),
                repeats);
    }

    /** What has no name of its own is known by its title and start. */
    static String uid(VEvent event) {
        if (event.getUid() != null && event.getUid().getValue() != null) {
            return event.getUid().getValue();
        }
        String start = event.getDateStart() == null
                ? ""
                : String.valueOf(event.getDateStart().getValue());
        return "%s at %s".formatted(line(event.getSummary()), start);
    }

    private static String line(@Nullable TextProperty property) {
        if (property == null || property.getValue() == null) {
            return "";
        }
        String line = property.getValue()
                .replaceAll("[\\s\\p{Cc}]+", " ")
                .replaceAll("[\\p{Cs}\u202a-\u202e\u2066-\u2069]", "")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
