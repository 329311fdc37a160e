package io.personaagent.persona.align;

/** How far an answer is from what the person wanted, as a number. */
@FunctionalInterface
public interface NumericLoss {

    /** From 0, where it is right, to 1. */
    double of(Labelled interaction, String answer);
}
