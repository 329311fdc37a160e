package io.personaagent.plugins.calendar;

import io.personaagent.tools.Preferences;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the person lives with a calendar, read from their preferences; a sentence of the persona counts before a settled one. */
record Habits(Preferences preferences) {

    private static final String TIME = "(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)?";
    private static final Pattern HOURS = Pattern.compile(TIME + " ?(?:to|until|till|and|-|–) ?" + TIME);
    private static final Pattern WORKS =
            Pattern.compile("\\bworks?\\b[^.;]{0,30}?\\b(?:from |between )?" + HOURS.pattern());
    private static final Pattern NOT_BEFORE = Pattern.compile(
            "\\b(?:no|not|never|avoids?|dislikes?|hates?|n't)\\b.{0,30}\\b(?:meetings?|appointments?|calls?|anything)\\b.{0,20}\\bbefore "
                    + TIME);
    private static final Pattern WEEK_START = Pattern.compile(
            "\\bweeks? (?:starts?|begins?|to start|to begin) (?:on|with) (?:a )?(sunday|monday|saturday)\\b");
    private static final Pattern LENGTH = Pattern.compile(
            "\\b(?:meetings?|appointments?|events?|calls?)\\b[^.;]{0,30}?\\b(\\d{1,3})[- ]?(minutes?|min|hours?|h)\\b|\\b(\\d{1,3})[- ](minutes?|min|hours?|h) (?:meetings?|appointments?|events?|calls?)\\b");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,3}) ?(minutes?|min|m|hours?|h)?");

    /**
     * What is done for this person, and why.
     *
     * @param because empty when nothing that they prefer caused it
     */
    record Habit<T>(T value, String because) {}

    /** When something may be put into a day. */
    record Hours(LocalTime from, LocalTime to) {}

    Habit<Hours> hours() {
        Habit<Hours> day = said(text -> between(WORKS.matcher(text), 1))
                .or(() -> settled("working_hours", text -> between(HOURS.matcher(text), 1)))
                .orElseGet(() -> new Habit<>(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)), ""));
        return said(text -> time(NOT_BEFORE.matcher(text)))
                .filter(late -> late.value().isAfter(day.value().from())
                        && late.value().isBefore(day.value().to()))
                .map(late ->
                        new Habit<>(new Hours(late.value(), day.value().to()), both(day.because(), late.because())))
                .orElse(day);
    }

    DayOfWeek weekStart() {
        return said(text -> first(WEEK_START.matcher(text)).flatMap(Habits::weekday))
                .or(() -> settled("week_start", Habits::weekday))
                .map(Habit::value)
                .orElse(DayOfWeek.MONDAY);
    }

    /** How long something lasts of which nobody said how long. */
    Habit<Duration> length() {
        return said(text -> length(LENGTH.matcher(text), 1))
                .or(() -> settled("event_length", text -> length(MINUTES.matcher(text), 1)))
                .orElseGet(() -> new Habit<>(Duration.ofHours(1), ""));
    }

    Set<DayOfWeek> workingDays() {
        return settled("working_days", text -> {
                    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
                    Arrays.stream(text.split("[,; ]+", -1))
                            .flatMap(name -> weekday(name).stream())
                            .forEach(days::add);
                    return days.isEmpty() ? Optional.empty() : Optional.of(days);
                })
                .map(Habit::value)
                .orElseGet(() -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }

    private <T> Optional<Habit<T>> settled(String name, Function<String, Optional<T>> reader) {
        return preferences
                .find(name)
                .flatMap(text -> reader.apply(text.strip().toLowerCase(Locale.ROOT)))
                .map(value -> new Habit<>(value, "the preference " + name));
    }

    private <T> Optional<Habit<T>> said(Function<String, Optional<T>> reader) {
        return preferences.statements().stream()
                .flatMap(statement -> reader
                        .apply(statement.toLowerCase(Locale.ROOT))
                        .map(value -> new Habit<>(value, "\"%s\"".formatted(statement)))
                        .stream())
                .findFirst();
    }

    /** "9 to 5" is nine in the morning to five in the afternoon. */
    private static Optional<Hours> between(Matcher matcher, int group) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(matcher, group);
        Optional<LocalTime> to = time(matcher, group + 3);
        return from.flatMap(begin -> to.map(
                        end -> new Hours(begin, end.isAfter(begin) || end.getHour() >= 12 ? end : end.plusHours(12))))
                .filter(hours -> hours.to().isAfter(hours.from()));
    }

    private static Optional<LocalTime> time(Matcher matcher) {
        return matcher.find() ? time(matcher, 1) : Optional.empty();
    }

    private static Optional<LocalTime> time(Matcher matcher, int group) {
        int hour = Integer.parseInt(matcher.group(group));
        int minute = matcher.group(group + 1) == null ? 0 : Integer.parseInt(matcher.group(group + 1));
        String half = matcher.group(group + 2);
        if (half != null && hour >= 1 && hour <= 12) {
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        }
        return hour <= 23 && minute <= 59 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    private static Optional<Duration> length(Matcher matcher, int group) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        int at = matcher.group(group) == null ? group + 2 : group;
        long amount = Long.parseLong(matcher.group(at));
        String unit = matcher.group(at + 1);
        Duration length = unit != null && unit.startsWith("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
        return length.isZero() || length.compareTo(Duration.ofHours(24)) > 0 ? Optional.empty() : Optional.of(length);
    }

    private static Optional<String> first(Matcher matcher) {
        return matcher.find()
                ? Optional.of(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1))
                : Optional.empty();
    }

    private static Optional<DayOfWeek> weekday(String name) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> name.length() >= 2
                        && day.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst();
    }

    private static String both(String first, String second) {
        return first.isEmpty() ? second : first + " and " + second;
    }
}
