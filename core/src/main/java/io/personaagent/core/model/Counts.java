package io.personaagent.core.model;

/**
 * What was asked of one model since the program began.
 *
 * @param calls how often it was asked
 * @param retries how often it was asked again, because its server said "not now" or broke off before it began
 * @param fallbacks how often another model was asked instead, because this one did not answer
 * @param repairs how many of its tool calls could only be used after they were mended
 * @param input tokens that went in
 * @param output tokens that came out
 * @param cost in the currency of its prices; 0 where it has none
 */
public record Counts(long calls, long retries, long fallbacks, long repairs, long input, long output, double cost) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
}
