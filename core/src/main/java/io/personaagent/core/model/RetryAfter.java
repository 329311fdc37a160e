package io.personaagent.core.model;

import java.net.http.HttpHeaders;
import java.time.Duration;

/** When a server that said "not now" is asked again. */
final class RetryAfter {

    /** A server that wants a longer pause than this is not waited for: the person hears of it instead. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration UNSAID = Duration.ofMillis(400);
    private static final Duration TOO_LONG = Duration.ofDays(1);

    private RetryAfter() {}

    /** Whether asking once more may help. */
    static boolean isWorthwhile(int status) {
        return status == 429 || status >= 500;
    }

    /** The pause that the server asks for; a short one when it does not say, a very long one when it names a date. */
    static Duration pause(HttpHeaders headers) {
        return headers.firstValue("retry-after").map(RetryAfter::parse).orElse(UNSAID);
    }

    private static Duration parse(String value) {
        return value.strip().matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(value.strip())) : TOO_LONG;
    }
}
