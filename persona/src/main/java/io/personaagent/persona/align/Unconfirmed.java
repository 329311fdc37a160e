package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.Optional;

/**
 * What the person seems to have meant, going by their next message. It counts for nothing until they confirm it by a correction.
 *
 * @param episode the interaction whose answer seems to have been wrong
 * @param truth what seems to have been meant
 */
public record Unconfirmed(EpisodeId episode, String truth) {
    public Unconfirmed {
        requireNonNull(episode, "episode");
        requireNonNull(truth, "truth");
    }

    /** What a message takes up of the answer before it; empty for any other message. */
    public static Optional<Unconfirmed> after(EpisodeId before, String message) {
        return Meant.in(message).map(truth -> new Unconfirmed(before, truth));
    }
}
