package io.personaagent.core.model;

/**
 * What a model costs, in whatever currency the person counts in.
 *
 * @param in for a million tokens that it reads
 * @param out for a million tokens that it writes
 */
public record Price(double in, double out) {

    /** Nothing, or nobody said what. */
    public static final Price NONE = new Price(0, 0);

    private static final double MILLION = 1_000_000;

    public Price {
        if (!(in >= 0 && out >= 0) || Double.isInfinite(in) || Double.isInfinite(out)) {
            throw new IllegalArgumentException(
                    "a model's prices are %s and %s; expected numbers from 0 on".formatted(in, out));
        }
    }

    double of(long input, long output) {
        return (input * in + output * out) / MILLION;
    }
}
