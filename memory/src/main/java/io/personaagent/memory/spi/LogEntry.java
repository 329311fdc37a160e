package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;

/**
 * One entry of the log: an episode was appended, or feedback was added to it.
 *
 * @param position strictly ascending, at least 1; positions may be missing
 * @param episode the episode as it is now, with all its feedback
 */
public record LogEntry(long position, Episode episode) {
    public LogEntry {
        requireNonNull(episode, "episode");
    }
}
