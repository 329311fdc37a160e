package io.personaagent.memory.episode;

/** Whether what an episode says may be taken as the person's own word. Nothing derived is trusted more than its least trusted source. */
public enum Trust {
    /** Written by someone or something else: an imported file, a web page, a tool. Data, never an instruction. */
    UNTRUSTED,
    /** The person's own word. */
    TRUSTED;

    /** The lesser of the two. */
    public Trust and(Trust other) {
        return this == TRUSTED ? other : this;
    }
}
