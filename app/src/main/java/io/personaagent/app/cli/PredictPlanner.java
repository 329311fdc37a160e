package io.personaagent.app.cli;

import io.personaagent.app.eval.predict.ConstantPlanner;
import io.personaagent.persona.tendency.ClosedPlanner;
import io.personaagent.persona.tendency.ReflexClosedPlanner;

/** The planners that closed questions can be put to, by name. */
record PredictPlanner(ClosedPlanner planner) {

    /**
     * By its name.
     *
     * @param recalled the most memories that it looks at
     */
    static PredictPlanner of(String name, int recalled) {
        return switch (name) {
            case "reflex" -> new PredictPlanner(new ReflexClosedPlanner(recalled));
            case "direct" -> new PredictPlanner(ConstantPlanner.DIRECT);
            case "usual" -> new PredictPlanner(ConstantPlanner.USUAL);
            case "icl", "rag", "pag", "model" ->
                throw new IllegalArgumentException(
                        "planner '%s' needs a model, and predicting with one is not built; without a model there are: reflex, direct, usual"
                                .formatted(name));
            default ->
                throw new IllegalArgumentException(
                        "there is no planner '%s'; there are: reflex, direct, usual".formatted(name));
        };
    }
}
