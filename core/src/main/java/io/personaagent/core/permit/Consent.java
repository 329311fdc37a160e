package io.personaagent.core.permit;

/** What a person says when they are asked about a call. */
public enum Consent {
    /** This call, and no other. */
    ONCE,
    /** Any call of this tool until the conversation ends. */
    SESSION,
    /** From now on, each call of this tool with exactly these arguments. */
    ALWAYS,
    /** Not this call. */
    NO,
    /** No call of this tool, from now on. */
    NEVER
}
