package io.personaagent.core.journal;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import java.time.Duration;
import java.util.List;

/**
 * One step of a turn.
 *
 * @param asked how often a model was asked for it, and what it said; empty where none was
 * @param decided what the planner decided
 * @param observed what came of its calls; empty where it wanted none
 * @param took from the beginning of the step to the last observation
 */
public record Entry(List<Asking> asked, Step decided, List<Observation> observed, Duration took) {
    public Entry {
        asked = List.copyOf(asked);
        requireNonNull(decided, "decided");
        observed = List.copyOf(observed);
        requireNonNull(took, "took");
    }

    /** Whether a planner decides the same, in the form in which it is kept. */
    public boolean isSame(Step other) {
        return JournalJson.of(decided).toString().equals(JournalJson.of(other).toString());
    }
}
