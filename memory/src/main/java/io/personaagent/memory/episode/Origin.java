package io.personaagent.memory.episode;

/** Where an episode came from. */
public enum Origin {
    /** The person spoke with the agent. */
    USER,
    /** The agent noted something of its own accord. */
    AGENT,
    /** A tool wrote it. */
    TOOL,
    /** It was imported from a file. */
    IMPORT,
    /** It came with feedback. */
    FEEDBACK
}
