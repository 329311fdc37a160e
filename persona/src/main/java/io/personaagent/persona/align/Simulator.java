package io.personaagent.persona.align;

import io.personaagent.persona.Persona;

/** Runs the agent on a past interaction with another persona. */
public interface Simulator {

    /**
     * What the agent would answer; nothing is logged and no tool changes anything. What is hidden is masked from memory, and so is what
     * nearly asks the same: otherwise the agent would copy the label.
     *
     * @param meter hears what it costs
     * @throws StoppedException when there is no answer to be had, or the budget is spent
     */
    String answer(Persona persona, Rehearsal rehearsal, Meter meter);
}
