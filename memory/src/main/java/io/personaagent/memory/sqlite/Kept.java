package io.personaagent.memory.sqlite;

/** Something that was read from a file and is kept because it will be needed again; see {@link KeptRoom}. */
interface Kept {

    /** Forgets everything; what is needed is read again. */
    void clear();

    long bytes();
}
