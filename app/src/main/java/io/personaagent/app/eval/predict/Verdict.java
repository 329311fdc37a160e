package io.personaagent.app.eval.predict;

/**
 * How one answer compares with its key.
 *
 * @param off by how much a score is wrong; 0 or 1 for a label
 * @param gold the place of the right label; -1 where scores are asked for
 * @param said the place of the label that was said; -1 for none of them
 * @param parsed whether the answer could be read
 */
public record Verdict(double off, int gold, int said, boolean parsed) {}
