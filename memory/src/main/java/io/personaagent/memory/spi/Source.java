package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;
import java.util.List;

/**
 * Where a recollection comes from.
 *
 * @param kind what it is
 * @param speaker who said it; empty when it was the person themself
 * @param when when it was said
 * @param evidence the episodes that it rests on, the most important first; never empty
 */
public record Source(Kind kind, String speaker, Instant when, List<EpisodeId> evidence) {

    /** What a recollection can be. */
    public enum Kind {
        /** Somebody said it. */
        STATEMENT,
        /** Somebody asked it; it tells what they wanted to know, not what is so. */
        QUESTION,
        /** The person corrected an answer with it. */
        CORRECTION,
        /** A summary or fact that was derived. */
        DERIVED
    }

    public Source {
        requireNonNull(kind, "kind");
        requireNonNull(speaker, "speaker");
        requireNonNull(when, "when");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a recollection needs evidence: the episodes that it rests on");
        }
    }
}
