package io.personaagent.plugins.calendar;

import io.personaagent.plugins.times.Request;
import io.personaagent.plugins.times.When;
import io.personaagent.tools.BadArgumentException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put into the calendar, as somebody said it.
 *
 * @param end empty when nobody said it
 * @param wholeDay whether a day was named and no time
 */
record Appointment(String title, ZonedDateTime start, Optional<ZonedDateTime> end, boolean wholeDay) {

    private static final int LONGEST_TITLE = 200;
    private static final String EXPECTED =
            "expected a day or a time, such as \"friday\", \"tomorrow at 9\", \"friday 14:00 to 15:30\" or \"2026-12-24 18:00\"";
    private static final String TIME = "(\\d{1,2}(?:[:.]\\d{2})?) ?(am|pm)?";
    private static final Pattern BETWEEN = Pattern.compile(
            "(?i)^(.*?)[ ,]*\\b(?:from |between |at )?" + TIME + " ?(?:to|until|till|and|-|–) ?" + TIME + "$");

    /** When something is, without what. */
    private record Moment(ZonedDateTime start, Optional<ZonedDateTime> end, boolean wholeDay) {}

    /** The time stands in its own argument, or in the title, as a planner without a model may leave it. */
    static Appointment of(String title, @Nullable String when, Spoken spoken) {
        checkLength(title);
        if (when == null || when.isBlank()) {
            Request request = Request.read(title, spoken.when())
                    .orElseThrow(() -> new BadArgumentException("argument 'when' is missing; " + EXPECTED));
            return of(request.text(), moment(request.said(), spoken).orElseThrow());
        }
        return of(title, at("when", when, spoken));
    }

    /** Only when, for something that there is already. */
    static Appointment moved(String when, Spoken spoken) {
        return of("", at("when", when, spoken));
    }

    private static Appointment of(String title, Moment moment) {
        return new Appointment(title.replaceAll("\\s+", " ").strip(), moment.start, moment.end, moment.wholeDay);
    }

    private static Moment at(String argument, String text, Spoken spoken) {
        return moment(text, spoken)
                .orElseThrow(() -> new BadArgumentException(
                        "argument '%s' is '%s'; %s".formatted(argument, Wording.shown(text), EXPECTED)));
    }

    private static Optional<Moment> moment(String text, Spoken spoken) {
        String said = text.strip().replaceAll("\\s+", " ").replaceAll("[.!?]+$", "");
        When when = spoken.when();
        Optional<LocalDate> day = when.day(said);
        if (day.isPresent()) {
            return day.map(date -> new Moment(date.atStartOfDay(spoken.now().getZone()), Optional.empty(), true));
        }
        return when.read(said)
                .map(start -> new Moment(start, Optional.empty(), false))
                .or(() -> between(said, spoken));
    }

    /** "friday 2 to 4pm": one half of the day for both, where only one has it. */
    private static Optional<Moment> between(String said, Spoken spoken) {
        Matcher matcher = BETWEEN.matcher(said);
        if (said.length() > 120 || !matcher.matches()) {
            return Optional.empty();
        }
        String half = matcher.group(5) == null ? "" : matcher.group(5).toLowerCase(Locale.ROOT);
        String day = matcher.group(1).strip();
        String first = time(matcher.group(2), matcher.group(3) == null ? half : matcher.group(3));
        When when = spoken.when();
        Optional<ZonedDateTime> start = when.read((day + " at " + first).strip());
        return start.flatMap(begin -> end(spoken.at(begin), time(matcher.group(4), half))
                .map(end -> new Moment(begin, Optional.of(end), false)));
    }

    private static Optional<ZonedDateTime> end(Spoken spoken, String time) {
        ZonedDateTime start = spoken.now();
        return spoken.at(start.minusMinutes(1))
                .when()
                .read(start.toLocalDate() + " " + time)
                .map(end -> end.isAfter(start) ? end : end.plusHours(12))
                .filter(end ->
                        end.isAfter(start) && Duration.between(start, end).toHours() < 24);
    }

    private static String time(String digits, String half) {
        String time = digits.replace('.', ':');
        return half.isEmpty() && !time.contains(":") ? time + ":00" : time + half;
    }

    private static void checkLength(String title) {
        if (title.isBlank()) {
            throw new BadArgumentException("argument 'title' is empty; expected what it is, such as \"dentist\"");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new BadArgumentException("argument 'title' has %d characters; an event's title has at most %d"
                    .formatted(title.length(), LONGEST_TITLE));
        }
    }
}
