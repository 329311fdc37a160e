package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.Set;

/**
 * A past interaction that is to be gone through again.
 *
 * @param hidden the episodes that memory must not show: itself, its duplicates, the judges, and all that came after it
 */
public record Rehearsal(Labelled interaction, Set<EpisodeId> hidden) {
    public Rehearsal {
        requireNonNull(interaction, "interaction");
        hidden = Set.copyOf(hidden);
    }
}
