package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A proposal that did not become a version.
 *
 * @param version the version in force that it would have changed, and that stayed
 */
public record Refusal(int version, Instant refused, Cause cause) {
    public Refusal {
        if (version < 1) {
            throw new IllegalArgumentException("version is %d, but must be at least 1".formatted(version));
        }
        requireNonNull(refused, "refused");
        requireNonNull(cause, "cause");
    }
}
