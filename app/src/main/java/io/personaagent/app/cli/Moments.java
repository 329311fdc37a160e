package io.personaagent.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** The ends of a span of time, as a person types them. */
final class Moments {

    private Moments() {}

    /** The beginning; a day begins at midnight. */
    static Instant begin(String text, ZoneId zone) {
        return read(text, zone, 0);
    }

    /** The end, which is no part of the span; a day ends where the next begins. */
    static Instant end(String text, ZoneId zone) {
        return read(text, zone, 1);
    }

    private static Instant read(String text, ZoneId zone, int days) {
        List<Function<String, Instant>> forms = List.of(
                Instant::parse,
                form -> OffsetDateTime.parse(form).toInstant(),
                form -> LocalDateTime.parse(form).atZone(zone).toInstant(),
                form -> LocalDate.parse(form).plusDays(days).atStartOfDay(zone).toInstant());
        for (Function<String, Instant> form : forms) {
            try {
                return form.apply(text.strip());
            } catch (DateTimeException another) {
                continue;
            }
        }
        throw new Failure(
                "'%s' is not a time; expected one such as 2026-11-20, 2026-11-20T09:30 or 2026-11-20T09:30:00Z"
                        .formatted(text));
    }
}
