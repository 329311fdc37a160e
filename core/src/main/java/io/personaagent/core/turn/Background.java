package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Persona;
import java.util.List;

/**
 * What is known before a turn begins.
 *
 * @param recalled what memory holds about the message, the best first
 * @param conversation the latest episodes of this session, oldest first; none of them is recalled again
 */
public record Background(Persona persona, List<Recollection> recalled, List<Episode> conversation) {
    public Background {
        requireNonNull(persona, "persona");
        recalled = List.copyOf(recalled);
        conversation = List.copyOf(conversation);
    }
}
