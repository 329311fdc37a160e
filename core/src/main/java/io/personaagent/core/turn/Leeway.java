package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.prototype.Kindred;

/**
 * What a planner may go by where it is not known what the person likes.
 *
 * @param kindred what is guessed from people like the person
 * @param questions how often the person may still be asked in this session
 */
public record Leeway(Kindred kindred, int questions) {

    /** No guesses, and no questions. */
    public static final Leeway NONE = new Leeway(Kindred.NONE, 0);

    public Leeway {
        requireNonNull(kindred, "kindred");
    }
}
