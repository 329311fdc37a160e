package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;

/**
 * Something recalled.
 *
 * @param text the words, as they were said; for a summary, the summary
 * @param source where it comes from
 * @param score how well it fits
 * @param sensitivity the highest of its sources
 * @param trust the lowest of its sources
 */
public record Recollection(String text, Source source, Score score, Sensitivity sensitivity, Trust trust) {
    public Recollection {
        requireNonNull(text, "text");
        requireNonNull(source, "source");
        requireNonNull(score, "score");
        requireNonNull(sensitivity, "sensitivity");
        requireNonNull(trust, "trust");
    }
}
