package io.personaagent.memory.spi;

/** What a recollection is wanted for: who gets to see it. */
public enum Purpose {
    /** The person looks into their memory themself. */
    OWN_EYES,
    /** A planner inside this program answers the person; nothing leaves it. */
    LOCAL,
    /** It goes into the prompt of a language model. */
    MODEL,
    /** It is lent to a tool that reaches nothing outside. */
    TOOL,
    /** It is lent to a tool that reaches the network or acts outside. */
    OUTSIDE
}
