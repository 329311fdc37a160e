package io.personaagent.tools;

/** What a tool may change in the world; the host asks for approval by it. Ordered from harmless to far-reaching. */
public enum Effect {
    /** Changes nothing, here or elsewhere: looks up or computes. What it connects to is said by its {@link Permission}s. */
    READ,
    /** Changes what belongs to this person on this machine, such as their notes. */
    WRITE,
    /** Changes something outside this machine, or sends something to others. The default when a tool does not say. */
    EXTERNAL
}
