package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;

/**
 * Something remembered with what the person called it.
 *
 * @param label as they gave it: a score, a word; empty for what they only had to do with
 */
public record Known(EpisodeId episode, String text, String label) {
    public Known {
        requireNonNull(episode, "episode");
        requireNonNull(text, "text");
        requireNonNull(label, "label");
    }
}
