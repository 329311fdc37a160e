package io.personaagent.core.turn;

/** What a planner saw before it asked for a call. */
public enum Influence {
    /** Only the person's own words and what the program itself made of them. */
    PERSON,
    /** Something that others wrote as well: imported memories, tool outputs, web pages. */
    UNTRUSTED_CONTENT
}
