package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.plan.Planner;
import java.util.Optional;

/**
 * The planners that there are.
 *
 * @param model the planner with a model; absent when none is configured or the person chose to go without
 */
record Planners(Planner reflex, Optional<Planner> model) {
    Planners {
        requireNonNull(reflex, "reflex");
        requireNonNull(model, "model");
    }
}
