package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What a piece of background work may cost. */
public record Budget(Duration time, int modelCalls, long tokens) {
    public Budget {
        if (requireNonNull(time, "time").isNegative() || modelCalls < 0 || tokens < 0) {
            throw new IllegalArgumentException(
                    "a budget cannot be negative: " + time + ", " + modelCalls + " calls, " + tokens + " tokens");
        }
    }
}
