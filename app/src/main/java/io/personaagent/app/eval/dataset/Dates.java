package io.personaagent.app.eval.dataset;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** A way in which a set writes dates; all are read as UTC. */
final class Dates {

    /** Where a set has no dates, everything happens at this time. */
    static final Instant NONE = Instant.parse("2024-01-01T00:00:00Z");

    private final DateTimeFormatter format;
    private final String example;
    private final boolean withTime;

    private Dates(String pattern, String example, boolean withTime) {
        this.format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
        this.example = requireNonNull(example, "example");
        this.withTime = withTime;
    }

    /** With the time of day. */
    static Dates times(String pattern, String example) {
        return new Dates(pattern, example, true);
    }

    /** Days; a day begins at midnight. */
    static Dates days(String pattern, String example) {
        return new Dates(pattern, example, false);
    }

    Instant read(Part part) {
        return read(part, part.text());
    }

    /** Reads what stands for a part, such as the part without its day of the week. */
    Instant read(Part part, String text) {
        try {
            return withTime
                    ? LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(text, format).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notADate) {
            throw part.expected("a date such as '%s'".formatted(example));
        }
    }
}
