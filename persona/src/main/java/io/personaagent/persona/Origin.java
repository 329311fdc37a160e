package io.personaagent.persona;

/** How a version of a persona came to be. */
public enum Origin {
    /** It is the first. */
    TEMPLATE,
    /** An alignment proposed it. */
    ALIGNED,
    /** The person wrote it by hand. */
    EDITED,
    /** The person went back to an earlier one. */
    ROLLED_BACK,
    /** It was read from a file. */
    IMPORTED,
    /** What some of its statements rested on was forgotten. */
    FORGOTTEN
}
