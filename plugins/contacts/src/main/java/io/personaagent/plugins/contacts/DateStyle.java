package io.personaagent.plugins.contacts;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.Preferred;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the person writes dates, and in which order they mean 3/4. */
enum DateStyle {
    /** 24 December 1996; the usual one. 3/4 may be either to who did not say, so it is not read. */
    DAY_FIRST("d MMMM uuuu", "d MMMM"),
    /** December 24, 1996. */
    MONTH_FIRST("MMMM d, uuuu", "MMMM d"),
    /** 1996-12-24. */
    ISO("uuuu-MM-dd", "--MM-dd");

    /** What settles it, in a sentence or as {@code preferences.date_format}. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "day-first", List.of("day first", "DD/MM/YYYY", "DD.MM.YYYY", "day before month", "european dates"),
            "month-first", List.of("month first", "MM/DD/YYYY", "month before day", "american dates", "US dates"),
            "iso", List.of("ISO dates", "ISO 8601", "YYYY-MM-DD", "year first"));

    private final DateTimeFormatter whole;
    private final DateTimeFormatter yearless;

    DateStyle(String whole, String yearless) {
        this.whole = DateTimeFormatter.ofPattern(whole, Locale.ENGLISH);
        this.yearless = DateTimeFormatter.ofPattern(yearless, Locale.ENGLISH);
    }

    static DateStyle of(Preferences preferences) {
        return preferences
                .among("date_format", WORDS)
                .map(Preferred::value)
                .map(DateStyle::named)
                .orElse(DAY_FIRST);
    }

    /** Whether the person said that they put the day first, so that 3/4 is the third of April. */
    static boolean isDayFirst(Preferences preferences) {
        return preferences
                .among("date_format", WORDS)
                .filter(said -> said.value().equals("day-first"))
                .isPresent();
    }

    String day(LocalDate day) {
        return whole.format(day);
    }

    String day(MonthDay day) {
        return yearless.format(day);
    }

    private static DateStyle named(String value) {
        return switch (value) {
            case "month-first" -> MONTH_FIRST;
            case "iso" -> ISO;
            default -> DAY_FIRST;
        };
    }
}
