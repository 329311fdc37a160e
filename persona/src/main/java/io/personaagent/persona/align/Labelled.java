package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import java.util.Optional;

/**
 * An interaction of which it is known what the person wanted.
 *
 * @param truth the ground truth: their correction, or the reply that they called good
 */
public record Labelled(Episode episode, String truth) {

    public Labelled {
        requireNonNull(episode, "episode");
        requireNonNull(truth, "truth");
    }

    /** Empty when the episode has no ground truth. */
    public static Optional<Labelled> of(Episode episode) {
        return episode.groundTruth().map(truth -> new Labelled(episode, truth));
    }
}
