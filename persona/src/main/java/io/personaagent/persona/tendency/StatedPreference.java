package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;

/**
 * A preference that the person put into words.
 *
 * @param object what it is about, in their words and small letters
 * @param stance how they stand to it
 * @param said when
 * @param episode where
 */
public record StatedPreference(String object, Stance stance, Instant said, EpisodeId episode) {

    /** How somebody stands to something. */
    public enum Stance {
        /** They want it. */
        FOR,
        /** They do not want it. */
        AGAINST,
        /** They want it every time. */
        ALWAYS,
        /** What they said of it before holds no more. */
        NO_LONGER
    }

    public StatedPreference {
        requireNonNull(object, "object");
        requireNonNull(stance, "stance");
        requireNonNull(said, "said");
        requireNonNull(episode, "episode");
    }
}
