package io.personaagent.core.plan.reflex;

/**
 * How likely a tool that was found by likeness is the one that is wanted. A logistic regression over the tuned part of the routing set of
 * the bundled tools, with bge-small-en-v1.5; its test measures it on the part that was held out.
 */
final class Calibration {

    private static final double CONSTANT = -11.36;
    private static final double SIMILARITY = 14.37;
    private static final double LEAD = 6.40;
    /** A greater lead tells no more. */
    private static final double MOST_LEAD = 0.15;

    private Calibration() {}

    /**
     * A probability.
     *
     * @param similarity of the message to the best of the tool's examples
     * @param lead how much less similar the next tool is
     */
    static double chance(double similarity, double lead) {
        double weighed = CONSTANT + SIMILARITY * similarity + LEAD * Math.min(MOST_LEAD, lead);
        return 1 / (1 + Math.exp(-weighed));
    }
}
