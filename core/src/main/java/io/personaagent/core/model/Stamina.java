package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How patient one is with a server that says "not now".
 *
 * @param retries how often it is asked again, at most
 * @param longestPause a server that wants a longer pause is not waited for
 */
public record Stamina(int retries, Duration longestPause) {

    public static final Stamina USUAL = new Stamina(2, Duration.ofSeconds(20));

    public Stamina {
        requireNonNull(longestPause, "longestPause");
        if (retries < 0) {
            throw new IllegalArgumentException("retries are %d; expected at least 0".formatted(retries));
        }
    }
}
