package io.personaagent.memory.sqlite;

/** What a commit promises when it returns; SQLite's {@code synchronous}. */
enum Lasting {
    /** It is there after the power failed. */
    ON_THE_DISK("2"),
    /** It is there after the process ended, and after the power failed if anything is that was written later. */
    IN_ORDER("1");

    private final String synchronous;

    Lasting(String synchronous) {
        this.synchronous = synchronous;
    }

    String synchronous() {
        return synchronous;
    }
}
