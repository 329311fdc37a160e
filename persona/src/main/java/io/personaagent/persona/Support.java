package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a statement rests on.
 *
 * @param confidence from 0 to 1
 * @param evidence the episodes, ordered; empty only for what the person wrote by hand
 * @param created when it was first stated
 * @param confirmed when an episode last agreed with it
 */
public record Support(double confidence, Set<EpisodeId> evidence, Instant created, Instant confirmed) {
    public Support {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is %s, but must be from 0 to 1".formatted(confidence));
        }
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
        requireNonNull(created, "created");
        requireNonNull(confirmed, "confirmed");
    }
}
