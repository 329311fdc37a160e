package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.Persona;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an alignment has found out on its way, so that one that is cut short can be gone on with. What is noted says nothing of an answer
 * but its loss.
 */
public interface Notes {

    /**
     * A persona that is tried in a split.
     *
     * @param split which interactions it is learned from, and which judge
     */
    record Sitting(Persona persona, Split split) {
        public Sitting {
            requireNonNull(persona, "persona");
            requireNonNull(split, "split");
        }
    }

    /** What the answer to an interaction lost, if that is known. */
    OptionalDouble loss(Sitting sitting, Labelled interaction);

    /** An answer was graded. */
    void graded(Sitting sitting, Graded graded);

    /** What an aligner made of a sitting's batch, if that is known. */
    Optional<Draft> draft(Sitting sitting);

    /** An aligner made this of a sitting's batch. */
    void drafted(Sitting sitting, Draft draft);

    /**
     * To be called before the outcome of an alignment is kept.
     *
     * @throws io.personaagent.memory.view.SupersededException when somebody else has gone on with it
     */
    void confirm();

    /** Knows nothing and keeps nothing. */
    static Notes none() {
        return NoNotes.INSTANCE;
    }
}
