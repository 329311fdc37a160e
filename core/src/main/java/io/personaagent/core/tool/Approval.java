package io.personaagent.core.tool;

/** Who allowed a call. */
public enum Approval {
    /** Calls of this sort need not be asked about. */
    POLICY("policy"),
    /** The person, beforehand, by a rule of theirs. */
    RULE("rule"),
    /** The person, earlier in this conversation. */
    SESSION("session"),
    /** The person, asked for this one call. */
    PERSON("person"),
    /** Nobody; the call is not made. */
    NOBODY("nobody");

    private final String word;

    Approval(String word) {
        this.word = word;
    }

    /** As it is written into an observation. */
    public String word() {
        return word;
    }
}
