package io.personaagent.app.eval.subject;

/** What can be taken away to see what it is worth. */
public enum Part {
    /** The persona stays as it was made from the template. */
    ALIGNMENT,
    /** There is no persona at all. */
    PERSONA,
    /** The log is gone, and with it all that would have been learnt from it. */
    MEMORY,
    /** Nothing is looked up to answer: the persona alone speaks. */
    ACTION,
    /** Every proposal is taken at its word: the persona is what would be learnt from all labels, without any proof. */
    GATE
}
