package io.personaagent.memory.rank;

import java.time.Duration;
import java.time.Instant;

/**
 * Recency as a mild multiplier: half of the bonus is gone after each half-life (the exponential decay of Park et al., "Generative Agents",
 * 2023, but it can only break near-ties and never bury what is old).
 *
 * @param bonus how much the newest gains, such as 0.05
 * @param halfLife after which age half of the bonus is left
 */
public record Recency(double bonus, Duration halfLife) {

    /** The factor for something of this time, from 1 to 1 + bonus; what lies in the future counts as new. */
    public double factor(Instant when, Instant now) {
        double age = Math.max(0, Duration.between(when, now).toSeconds());
        return 1 + bonus * Math.pow(0.5, age / halfLife.toSeconds());
    }
}
