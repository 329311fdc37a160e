package io.personaagent.core.journal;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import java.util.List;

/**
 * What a turn began with, besides the message.
 *
 * @param planner who decided: {@code reflex} or a model's name
 * @param persona the version in force
 * @param recalled what the planner was shown of memory, the best first
 * @param conversation the episodes of the conversation that it was shown, oldest first
 * @param questions how often the person might be asked what they like
 */
public record Basis(
        String planner, int persona, List<Recollection> recalled, List<EpisodeId> conversation, int questions) {
    public Basis {
        requireNonNull(planner, "planner");
        recalled = List.copyOf(recalled);
        conversation = List.copyOf(conversation);
    }
}
