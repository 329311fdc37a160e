package io.personaagent.memory.time;

/** Knows one language's words for times. */
interface Language {

    /** Takes out of the text what it understands. */
    void read(TextOfTimes text);
}
