package io.personaagent.plugins.contacts;

import io.personaagent.tools.Preferences;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a birthday, with or without a year, in the order in which the person writes dates. */
final class DayReader {

    private static final List<String> USUAL = List.of(
            "uuuu-M-d",
            "d MMMM uuuu",
            "d MMM uuuu",
            "MMMM d uuuu",
            "MMM d uuuu",
            "d.M.uuuu",
            "--M-d",
            "d MMMM",
            "d MMM",
            "MMMM d",
            "MMM d",
            "d.M.");

    private final List<DateTimeFormatter> formats;

    DayReader(Preferences preferences) {
        List<String> patterns = new ArrayList<>(USUAL);
        if (DateStyle.of(preferences) == DateStyle.MONTH_FIRST) {
            patterns.addAll(List.of("M/d/uuuu", "M/d"));
        } else if (DateStyle.isDayFirst(preferences)) {
            patterns.addAll(List.of("d/M/uuuu", "d/M"));
        }
        formats = patterns.stream().map(DayReader::format).toList();
    }

    Optional<BirthDate> read(String text) {
        String plain = text.strip()
                .replaceAll("(?i)(?<=\\d)(?:st|nd|rd|th)\\b", "")
                .replaceAll("(?i)\\b(?:of|the|on)\\b|,", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return formats.stream().flatMap(format -> day(format, plain)).findFirst();
    }

    private static Stream<BirthDate> day(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor day = format.parseBest(text, LocalDate::from, MonthDay::from);
            return Stream.of(
                    day instanceof LocalDate date
                            ? BirthDate.of(date)
                            : new BirthDate((MonthDay) Objects.requireNonNull(day), 0));
        } catch (DateTimeException otherwise) {
            return Stream.empty();
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
