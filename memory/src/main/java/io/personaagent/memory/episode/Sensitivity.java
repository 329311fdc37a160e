package io.personaagent.memory.episode;

/** What kind of care an episode needs before it is shown or used. */
public enum Sensitivity {
    ORDINARY,
    HEALTH,
    FINANCE,
    CREDENTIALS,
    IDENTITY,
    INTIMATE
}
