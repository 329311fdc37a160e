package io.personaagent.app.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the times that people write into files. */
final class Times {

    private Times() {}

    /**
     * An instant, from ISO-8601 with an offset ({@code 2026-11-20T09:30:00+01:00}) or, in the given zone, without one
     * ({@code 2026-11-20T09:30}, {@code 2026-11-20}; a date alone is its noon).
     */
    static Instant read(String text, ZoneId zone) {
        List<Function<String, Instant>> forms = List.of(
                Instant::parse,
                form -> OffsetDateTime.parse(form).toInstant(),
                form -> LocalDateTime.parse(form).atZone(zone).toInstant(),
                form -> LocalDate.parse(form).atTime(12, 0).atZone(zone).toInstant());
        for (Function<String, Instant> form : forms) {
            Optional<Instant> read = tried(form, text.strip());
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new IllegalArgumentException(
                "field 'happened' is '%s'; expected a time such as 2026-11-20T09:30:00Z, 2026-11-20T09:30 or 2026-11-20"
                        .formatted(text));
    }

    private static Optional<Instant> tried(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
