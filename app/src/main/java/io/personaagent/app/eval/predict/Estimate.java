package io.personaagent.app.eval.predict;

/**
 * A figure with its 95 % interval.
 *
 * @param value over everybody who was asked
 */
public record Estimate(double value, double low, double high) {}
