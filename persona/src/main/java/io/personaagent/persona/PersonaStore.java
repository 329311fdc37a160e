package io.personaagent.persona;

import java.util.List;
import java.util.Optional;

/** Keeps all versions of one person's persona. Durable when a method returns. Safe for use by several threads and processes. */
public interface PersonaStore {

    /** The version in force; empty for a person who is new. */
    Optional<PersonaVersion> latest();

    /**
     * A version by its number. A statement is not in it any more when all episodes that it rested on were forgotten, and rests on what is
     * left when some were.
     */
    Optional<PersonaVersion> find(int number);

    /** All versions, the newest first. */
    List<PersonaVersion> history();

    /** What a version has lost since it was appended; nothing for a version that is not there. */
    Loss lost(int number);

    /**
     * Appends the next version and puts it in force.
     *
     * @return false, and nothing changes, when its number is not the latest plus one: somebody else was faster
     * @throws IllegalArgumentException when its fixed rules are not those of the program
     */
    boolean append(PersonaVersion next);

    /** The highest number in an id such as s12 of all that were ever appended, also of those that were forgotten; 0 where there was none. */
    int numbered();

    /** Keeps that a proposal was refused; changes no version. The same refusal again is kept once. */
    void refuse(Refusal refusal);

    /** The proposals that were refused, the newest first. One that speaks of an episode that was forgotten is not there any more. */
    List<Refusal> refusals();
}
