package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How well a recollection fits, and why.
 *
 * @param total what the ranking went by; more is better
 * @param parts what each channel contributed, in the order of the channels
 */
public record Score(double total, List<Part> parts) {

    /**
     * One channel's share.
     *
     * @param channel such as {@code dense}, {@code lexical} or {@code recency}
     * @param value the channel's own score
     * @param rank the place in the channel's own order, from 1; 0 when the channel has no order of its own
     */
    public record Part(String channel, double value, int rank) {
        public Part {
            requireNonNull(channel, "channel");
        }
    }

    public Score {
        parts = List.copyOf(parts);
    }
}
