package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Persona;
import java.util.List;

/**
 * What is known before a turn begins.
 *
 * @param recalled what memory holds about the message, the best first
 * @param conversation the latest episodes of this session, oldest first; none of them is recalled again
 * @param withheld what memory held as well and who decides may not see
 * @param questions how often the person may still be asked in this session what they like
 */
public record Background(
        Persona persona,
        List<Recollection> recalled,
        List<Episode> conversation,
        List<Withheld> withheld,
        int questions) {
    public Background {
        requireNonNull(persona, "persona");
        recalled = List.copyOf(recalled);
        conversation = List.copyOf(conversation);
        withheld = List.copyOf(withheld);
    }

    /** With nothing withheld, and nothing to be asked. */
    public Background(Persona persona, List<Recollection> recalled, List<Episode> conversation) {
        this(persona, recalled, conversation, List.of(), 0);
    }

    /** With nothing to be asked. */
    public Background(
            Persona persona, List<Recollection> recalled, List<Episode> conversation, List<Withheld> withheld) {
        this(persona, recalled, conversation, withheld, 0);
    }

    /** The same where the person may be asked so often what they like. */
    public Background asking(int often) {
        return new Background(persona, recalled, conversation, withheld, often);
    }
}
