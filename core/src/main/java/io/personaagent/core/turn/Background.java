package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Persona;
import io.personaagent.persona.prototype.Kindred;
import java.util.List;

/**
 * What is known before a turn begins.
 *
 * @param recalled what memory holds about the message, the best first
 * @param conversation the latest episodes of this session, oldest first; none of them is recalled again
 * @param withheld what memory held as well and who decides may not see
 * @param kindred what is guessed from people like the person
 */
public record Background(
        Persona persona,
        List<Recollection> recalled,
        List<Episode> conversation,
        List<Withheld> withheld,
        Kindred kindred) {
    public Background {
        requireNonNull(persona, "persona");
        recalled = List.copyOf(recalled);
        conversation = List.copyOf(conversation);
        withheld = List.copyOf(withheld);
        requireNonNull(kindred, "kindred");
    }

    /** With no guesses. */
    public Background(
            Persona persona, List<Recollection> recalled, List<Episode> conversation, List<Withheld> withheld) {
        this(persona, recalled, conversation, withheld, Kindred.NONE);
    }

    /** With nothing withheld. */
    public Background(Persona persona, List<Recollection> recalled, List<Episode> conversation) {
        this(persona, recalled, conversation, List.of());
    }

    /** The same with these guesses. */
    public Background with(Kindred guessed) {
        return new Background(persona, recalled, conversation, withheld, guessed);
    }
}
