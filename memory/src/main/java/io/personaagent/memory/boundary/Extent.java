package io.personaagent.memory.boundary;

/** How much may be shown for a purpose. What tells of credentials is shown to nobody but the person. */
public enum Extent {
    /** What is ordinary. */
    ORDINARY,
    /** What is ordinary, and what the person's own words are about. */
    TOPIC,
    /** Everything. */
    ALL
}
