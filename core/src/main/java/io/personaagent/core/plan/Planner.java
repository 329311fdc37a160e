package io.personaagent.core.plan;

import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;

/** Decides the next step of a turn. Keeps nothing between calls: what it must know stands in the situation. Thread-safe. */
public interface Planner {

    /** What the person is told decided: {@code reflex} or the model's name. */
    String name();

    /**
     * The next step.
     *
     * @param listener hears the text of an answer while it is made
     * @throws PlannerException when no step can be decided; the message is for the person
     */
    Step next(Situation situation, TurnListener listener);
}
