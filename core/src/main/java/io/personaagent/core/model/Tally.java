package io.personaagent.core.model;

/** Counts what is asked of one model. Thread-safe. */
final class Tally {

    private long calls;
    private long retries;
    private long fallbacks;
    private long repairs;
    private long input;
    private long output;
    private double cost;

    synchronized void called() {
        calls++;
    }

    synchronized void retried() {
        retries++;
    }

    synchronized void passedOver() {
        fallbacks++;
    }

    synchronized void mended(int some) {
        repairs += some;
    }

    synchronized void answered(Usage usage) {
        input += usage.input();
        output += usage.output();
        cost += usage.cost();
    }

    synchronized Counts counts() {
        return new Counts(calls, retries, fallbacks, repairs, input, output, cost);
    }
}
