package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something learnt, as it can stand in a persona.
 *
 * @param id the same for the same matter, whatever is said of it
 * @param evidence what it rests on
 */
public record Sentence(String id, String text, Set<EpisodeId> evidence) {
    public Sentence {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
    }
}
