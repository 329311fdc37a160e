package io.personaagent.app.cli;

import io.personaagent.app.transfer.Times;
import java.time.Instant;
import java.time.ZoneId;

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
        return Times.read(text, zone, date -> date.plusDays(days).atStartOfDay())
                .orElseThrow(() -> new Failure(
                        "'%s' is not a time; expected one such as 2026-11-20, 2026-11-20T09:30 or 2026-11-20T09:30:00Z"
                                .formatted(text)));
    }
}
