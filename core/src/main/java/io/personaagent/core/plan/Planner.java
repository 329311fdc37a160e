package io.personaagent.core.plan;

import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.persona.Persona;

/** Decides the next step of a turn. Keeps nothing between calls: what it must know stands in the situation. Thread-safe. */
public interface Planner {

    /** What the person is told decided: {@code reflex} or the model's name. */
    String name();

    /** Who sees what it is shown; a language model, unless a planner says otherwise. */
    default Purpose purpose() {
        return Purpose.MODEL;
    }

    /** Whether what the person set right last bears on the answer to this, whatever it resembles; it is shown only then. */
    default boolean weighsLabels(Message message, Persona persona) {
        return false;
    }

    /**
     * The next step.
     *
     * @param listener hears the text of an answer while it is made
     * @throws PlannerException when no step can be decided; the message is for the person
     */
    Step next(Situation situation, TurnListener listener);
}
