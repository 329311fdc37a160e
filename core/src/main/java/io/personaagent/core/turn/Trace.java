package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import java.util.List;

/**
 * What an answer came from, for the person who asks why.
 *
 * @param planner which planner decided
 * @param persona the version of the persona in force
 * @param recalled what memory offered, the best first
 * @param actions the tool calls in order
 * @param cited the episodes that the answer names as its ground
 * @param discretion what was held back
 */
public record Trace(
        String planner,
        int persona,
        List<Recollection> recalled,
        List<Observation> actions,
        List<EpisodeId> cited,
        Discretion discretion) {

    public Trace {
        requireNonNull(planner, "planner");
        recalled = List.copyOf(recalled);
        actions = List.copyOf(actions);
        cited = List.copyOf(cited);
        requireNonNull(discretion, "discretion");
    }

    /** With nothing held back. */
    public Trace(
            String planner,
            int persona,
            List<Recollection> recalled,
            List<Observation> actions,
            List<EpisodeId> cited) {
        this(planner, persona, recalled, actions, cited, Discretion.NONE);
    }
}
