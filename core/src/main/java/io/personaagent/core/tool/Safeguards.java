package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

/** What all people's tools have in common to be safe: whose calls hang, and how often they may be made. */
public record Safeguards(Health health, RateLimits rates) {

    public Safeguards {
        requireNonNull(health, "health");
        requireNonNull(rates, "rates");
    }

    /** Nothing is kept, and nothing is counted but what hangs. */
    static Safeguards unkept() {
        return new Safeguards(Health.inMemory(Integer.MAX_VALUE), RateLimits.none());
    }
}
