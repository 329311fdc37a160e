package io.personaagent.core.plan.reflex;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a day in the ways in which people write it; a date without a year is in the year of today. */
final class DayPhrase {

    private static final List<String> PATTERNS = List.of(
            "uuuu-M-d",
            "d.M.uuuu",
            "d MMMM uuuu",
            "d MMM uuuu",
            "MMMM d uuuu",
            "MMM d uuuu",
            "d MMMM",
            "d MMM",
            "MMMM d",
            "MMM d");

    private DayPhrase() {}

    static Optional<LocalDate> read(String text, LocalDate today) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        String day = Utterance.folded(text)
                .replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "")
                .replaceAll("\\b(on|the|of|next|this)\\b", "")
                .replace(",", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return Stream.concat(relative(day, today).stream(), written(day, today)).findFirst();
    }

    private static Optional<LocalDate> relative(String day, LocalDate today) {
        return switch (day) {
            case "today", "now" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "yesterday" -> Optional.of(today.minusDays(1));
            default ->
                Stream.of(DayOfWeek.values())
                        .filter(weekday ->
                                weekday.name().toLowerCase(Locale.ROOT).equals(day))
                        .map(weekday -> today.with(TemporalAdjusters.next(weekday)))
                        .findFirst();
        };
    }

    private static Stream<LocalDate> written(String day, LocalDate today) {
        return PATTERNS.stream().map(pattern -> format(pattern, today)).flatMap(format -> {
            try {
                return Stream.of(LocalDate.parse(day, format));
            } catch (DateTimeException otherwiseWritten) {
                return Stream.empty();
            }
        });
    }

    private static DateTimeFormatter format(String pattern, LocalDate today) {
        DateTimeFormatterBuilder format =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        if (!pattern.contains("u")) {
            format.parseDefaulting(ChronoField.YEAR, today.getYear());
        }
        return format.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
