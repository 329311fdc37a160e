package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A score that the person would give.
 *
 * @param range where it lies, going by how far the person's own scores lie apart
 * @param ratings how many ratings of the person it rests on
 * @param grounds how they rate at all, and what raises and lowers this score
 */
public record Score(double value, Range range, int ratings, List<Ground> grounds) {

    /** From the lowest to the highest that is to be expected, on a scale that ends at {@code top}. */
    public record Range(double low, double high, double top) {
        public Range {
            if (!(low <= high && high <= top)) {
                throw new IllegalArgumentException(
                        "a range from %s to %s, of at most %s, is none".formatted(low, high, top));
            }
        }
    }

    public Score {
        requireNonNull(range, "range");
        grounds = List.copyOf(grounds);
        if (!(range.low() <= value && value <= range.high())) {
            throw new IllegalArgumentException("a score of %s does not lie in %s".formatted(value, range));
        }
    }
}
