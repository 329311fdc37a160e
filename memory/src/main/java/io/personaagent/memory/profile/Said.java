package io.personaagent.memory.profile;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;

/** A claim with the episode in which it was made. */
record Said(Claim claim, EpisodeId episode, Instant when) {
    Said {
        requireNonNull(claim, "claim");
        requireNonNull(episode, "episode");
        requireNonNull(when, "when");
    }
}
