package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;

/** A thing to which the person gave a score, and where they did. */
public record Rated(EpisodeId episode, Traits traits, double score) {
    public Rated {
        requireNonNull(episode, "episode");
        requireNonNull(traits, "traits");
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException(
                    "the score of '%s' is %s, but must be a number".formatted(episode, score));
        }
    }
}
