package io.personaagent.plugins.calendar;

import biweekly.component.VEvent;
import biweekly.property.Created;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DateTimeStamp;
import biweekly.property.LastModified;
import biweekly.property.Location;
import biweekly.property.Sequence;
import biweekly.property.Summary;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Undo;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How a change of a calendar is taken back: by a call that names the event beyond doubt, where one brings all of it back. */
final class Takeback {

    private static final Pattern BY_ID = Pattern.compile(".* \\(id .+\\)");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** What add_event writes; who put more into an event would lose it. */
    private static final Set<Class<?>> OURS = Set.of(
            Uid.class,
            DateTimeStamp.class,
            Created.class,
            LastModified.class,
            Sequence.class,
            Summary.class,
            Location.class,
            DateStart.class,
            DateEnd.class,
            Transparency.class);

    private Takeback() {}

    static Undo ofAdded(VEvent event, LocalDate day, boolean repeats) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("event", named(event.getSummary().getValue(), EventText.uid(event)));
        arguments.put("day", day.toString());
        arguments.put("series", repeats);
        return new Undo("remove_event", Arguments.of(arguments));
    }

    static Undo ofMoved(Occurrence before, Occurrence after) {
        if (before.what().wholeDays() != after.what().wholeDays() || isUnsaid(before)) {
            return Undo.NONE;
        }
        boolean isAsLong =
                Duration.between(before.start(), before.end()).equals(Duration.between(after.start(), after.end()));
        if (!isAsLong && !before.what().wholeDays() && !isWithinADay(before)) {
            return Undo.NONE;
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("event", named(before.what().title(), before.uid()));
        arguments.put("when", isAsLong || before.what().wholeDays() ? start(before) : slot(before));
        arguments.put("day", after.start().toLocalDate().toString());
        return new Undo("move_event", Arguments.of(arguments));
    }

    static Undo ofRemoved(List<VEvent> gone, Occurrence meant) {
        Duration length = Duration.between(meant.start(), meant.end());
        boolean isOneDay = meant.end().equals(meant.start().plusDays(1));
        boolean wholeDays = meant.what().wholeDays();
        if (gone.size() != 1
                || !isOurs(gone.get(0))
                || isUnsaid(meant)
                || wholeDays == meant.what().busy()
                || (wholeDays ? !isOneDay : length.isZero())) {
            return Undo.NONE;
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("title", meant.what().title());
        arguments.put("when", start(meant));
        if (!wholeDays) {
            arguments.put("minutes", length.toMinutes());
        }
        if (!meant.what().place().isEmpty()) {
            arguments.put("place", meant.what().place());
        }
        return new Undo("add_event", Arguments.of(arguments));
    }

    /** Whether an event is named by its id, as only we do it. */
    static boolean isById(String words) {
        return BY_ID.matcher(words).matches();
    }

    static boolean means(String words, Occurrence event) {
        return words.endsWith("(id %s)".formatted(event.uid()));
    }

    private static String named(String title, String uid) {
        return "%s (id %s)".formatted(title, uid);
    }

    private static boolean isOurs(VEvent event) {
        return event.getComponents().isEmpty()
                && event.getProperties().values().stream().allMatch(each -> OURS.contains(each.getClass()));
    }

    /** Times are said to the minute. */
    private static boolean isUnsaid(Occurrence event) {
        return event.start().getSecond() != 0 || event.end().getSecond() != 0;
    }

    private static boolean isWithinADay(Occurrence event) {
        return event.start().toLocalDate().equals(event.end().toLocalDate());
    }

    private static String start(Occurrence event) {
        return event.what().wholeDays() ? event.start().toLocalDate().toString() : MINUTE.format(event.start());
    }

    private static String slot(Occurrence event) {
        return "%s to %s".formatted(start(event), event.end().toLocalTime());
    }
}
