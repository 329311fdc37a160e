package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.profile.Preference;
import io.personaagent.memory.profile.Preference.Stance;
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

    public StatedPreference {
        requireNonNull(object, "object");
        requireNonNull(stance, "stance");
        requireNonNull(said, "said");
        requireNonNull(episode, "episode");
    }

    /** What it is about, the same for the same thing in other words' order and endings. */
    public String matter() {
        return Preference.matter(object);
    }

    /** As it stands in a persona. */
    public String sentence() {
        String words =
                switch (stance) {
                    case FOR -> "Likes %s.";
                    case ALWAYS -> "Always wants %s.";
                    case AGAINST -> "Does not like %s.";
                    case NO_LONGER -> "No longer stands to %s as before.";
                };
        return words.formatted(object);
    }
}
