package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;

/**
 * The log's acknowledgement: what it names is on the disk.
 *
 * @param id the episode
 * @param position where in the log the entry stands
 * @param added false when it was there already, from an earlier attempt
 */
public record Receipt(EpisodeId id, long position, boolean added) {
    public Receipt {
        requireNonNull(id, "id");
    }
}
