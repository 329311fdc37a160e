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

/** Reads the times that people write. */
public final class Times {

    private Times() {}

    /**
     * An instant, from ISO-8601 with an offset ({@code 2026-11-20T09:30:00+01:00}) or, in the given zone, without one
     * ({@code 2026-11-20T09:30}, {@code 2026-11-20}; a date alone is its noon).
     */
    static Instant read(String text, ZoneId zone) {
        return read(text, zone, date -> date.atTime(12, 0))
                .orElseThrow(() -> new IllegalArgumentException(
                        "field 'happened' is '%s'; expected a time such as 2026-11-20T09:30:00Z, 2026-11-20T09:30 or 2026-11-20"
                                .formatted(text)));
    }

    /**
     * The same; empty when it is no time.
     *
     * @param ofDate what a date alone stands for
     */
    public static Optional<Instant> read(String text, ZoneId zone, Function<LocalDate, LocalDateTime> ofDate) {
        List<Function<String, Instant>> forms = List.of(
                Instant::parse,
                form -> OffsetDateTime.parse(form).toInstant(),
                form -> LocalDateTime.parse(form).atZone(zone).toInstant(),
                form -> ofDate.apply(LocalDate.parse(form)).atZone(zone).toInstant());
        return forms.stream()
                .flatMap(form -> tried(form, text.strip()).stream())
                .findFirst();
    }

    private static Optional<Instant> tried(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
