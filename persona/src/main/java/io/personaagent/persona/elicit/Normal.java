package io.personaagent.persona.elicit;

/** The normal distribution. */
final class Normal {

    /** Abramowitz and Stegun 26.2.17: off by less than 7.5e-8. */
    private static final double[] POLYNOMIAL = {0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429};

    private static final double SCALE = 0.2316419;

    private Normal() {}

    static double bell(double at) {
        return Math.exp(-at * at / 2) / Math.sqrt(2 * Math.PI);
    }

    /** How likely it is to be below. */
    static double below(double at) {
        double nearness = 1 / (1 + SCALE * Math.abs(at));
        double sum = 0;
        for (int power = POLYNOMIAL.length - 1; power >= 0; power--) {
            sum = (sum + POLYNOMIAL[power]) * nearness;
        }
        double tail = bell(at) * sum;
        return at >= 0 ? 1 - tail : tail;
    }
}
