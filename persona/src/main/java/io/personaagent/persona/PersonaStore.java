package io.personaagent.persona;

import java.util.List;
import java.util.Optional;

/** Keeps all versions of one person's persona. Durable when a method returns. Safe for use by several threads and processes. */
public interface PersonaStore {

    /** The version in force; empty for a person who is new. */
    Optional<PersonaVersion> latest();

    /** A version by its number. A statement whose evidence was forgotten is not in it any more. */
    Optional<PersonaVersion> find(int number);

    /** All versions, the newest first. */
    List<PersonaVersion> history();

    /**
     * Appends the next version and puts it in force.
     *
     * @return false, and nothing changes, when its number is not the latest plus one: somebody else was faster
     */
    boolean append(PersonaVersion next);
}
