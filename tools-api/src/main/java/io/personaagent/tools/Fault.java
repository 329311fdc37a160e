package io.personaagent.tools;

/** Who can mend a failed call. */
public enum Fault {
    /** Whoever asked: the arguments were wrong, or something was not permitted. */
    CALLER,
    /** The tool's author: the tool broke, answered nothing or took too long. */
    TOOL,
    /** Nobody here: a service is away, there is no network; trying later may help. */
    WORLD
}
