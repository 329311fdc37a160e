package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Statement;
import java.util.List;

/**
 * What an answer came from, for the person who asks why.
 *
 * @param planner which planner decided
 * @param persona the version of the persona in force
 * @param recalled what memory offered, the best first
 * @param actions the tool calls in order
 * @param cited the episodes that the answer names as its ground
 * @param steered the statements of the persona that decided it or an argument of a call, as they were then; empty where none did, or the
 *     planner cannot tell
 * @param backing what else it names
 * @param discretion what was held back
 */
public record Trace(
        String planner,
        int persona,
        List<Recollection> recalled,
        List<Observation> actions,
        List<EpisodeId> cited,
        List<Statement> steered,
        Backing backing,
        Discretion discretion) {

    public Trace {
        requireNonNull(planner, "planner");
        recalled = List.copyOf(recalled);
        actions = List.copyOf(actions);
        cited = List.copyOf(cited);
        steered = List.copyOf(steered);
        requireNonNull(backing, "backing");
        requireNonNull(discretion, "discretion");
    }

    /** How often the planner named something as its ground that there is not. */
    public int unknown() {
        return backing.unknown()
                + actions.stream()
                        .mapToInt(action -> action.call().because().unknown())
                        .sum();
    }

    /** Steered by no statement, and with nothing held back. */
    public Trace(
            String planner,
            int persona,
            List<Recollection> recalled,
            List<Observation> actions,
            List<EpisodeId> cited) {
        this(planner, persona, recalled, actions, cited, List.of(), Backing.NONE, Discretion.NONE);
    }
}
