package io.personaagent.plugins.times;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.Preferred;
import io.personaagent.tools.ToolContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How one person writes times and days, what they mean by 3/4, and when their day begins. */
public record Manner(String clock, String date, LocalTime morning) {

    /** What is meant where nothing is said: 18:30, Friday, 27 November 2026; 3/4 may be either. */
    public static final Manner USUAL = new Manner("24", "", LocalTime.of(9, 0));

    private static final Map<String, List<String>> CLOCKS = Map.of(
            "12", List.of("12-hour", "12 hour", "twelve-hour", "am and pm", "am/pm", "AM/PM"),
            "24", List.of("24-hour", "24 hour", "military time"));
    private static final Map<String, List<String>> DATES = Map.of(
            "day-first", List.of("day first", "DD/MM/YYYY", "DD.MM.YYYY", "day before month", "european dates"),
            "month-first", List.of("month first", "MM/DD/YYYY", "month before day", "american dates", "US dates"),
            "iso", List.of("ISO dates", "ISO 8601", "YYYY-MM-DD", "year first"));
    private static final Pattern REMINDED = Pattern.compile("(?i)\\bremind(?:er|ers|ed)?\\b.*?\\bat (.{1,20}?)[.!]*$");

    public static Manner of(ToolContext context) {
        Preferences preferences = context.preferences();
        return new Manner(
                among(preferences, "time_format", CLOCKS).orElse(USUAL.clock),
                among(preferences, "date_format", DATES).orElse(USUAL.date),
                morning(preferences).orElse(USUAL.morning));
    }

    /** The time of day of anything that has one. */
    public String time(TemporalAccessor moment) {
        return format(clock.equals("12") ? "h:mm a" : "HH:mm").format(moment);
    }

    public String day(LocalDate day) {
        return format(
                        switch (date) {
                            case "month-first" -> "EEEE, MMMM d, uuuu";
                            case "iso" -> "EEEE, uuuu-MM-dd";
                            default -> "EEEE, d MMMM uuuu";
                        })
                .format(day);
    }

    public String moment(ZonedDateTime moment) {
        return "%s at %s".formatted(day(moment.toLocalDate()), time(moment));
    }

    /** Whether 3/4 is the fourth of March, or the third of April; empty where either may be meant. */
    public Optional<Boolean> monthFirst() {
        return date.endsWith("-first") ? Optional.of(date.startsWith("month")) : Optional.empty();
    }

    private static Optional<String> among(Preferences preferences, String name, Map<String, List<String>> words) {
        return preferences.among(name, words).map(Preferred::value);
    }

    /** "Wants reminders at 7:30", which is when a day without a time is meant. */
    private static Optional<LocalTime> morning(Preferences preferences) {
        return Stream.concat(
                        preferences.statements().stream()
                                .map(REMINDED::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1)),
                        preferences.find("reminder_time").stream())
                .flatMap(said -> TimeOfDay.read("at " + Phrase.of(said)).stream())
                .map(TimeOfDay::time)
                .findFirst();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
