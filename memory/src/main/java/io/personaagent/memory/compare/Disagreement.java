package io.personaagent.memory.compare;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Recollection;
import java.util.List;

/**
 * A question on which two backends differ.
 *
 * @param about what was asked
 * @param overlap how much they have in common all the same
 * @param one what the one recalled, the best first
 * @param other what the other one recalled
 */
public record Disagreement(String about, double overlap, List<Recollection> one, List<Recollection> other) {
    public Disagreement {
        requireNonNull(about, "about");
        one = List.copyOf(one);
        other = List.copyOf(other);
    }
}
