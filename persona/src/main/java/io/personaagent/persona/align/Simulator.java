package io.personaagent.persona.align;

import io.personaagent.persona.Persona;

/** Runs the agent on a past interaction with another persona. */
public interface Simulator {

    /**
     * What the agent would answer. The interaction and its duplicates are masked from memory, otherwise the agent would copy the label;
     * nothing is logged and no tool changes anything.
     */
    String answer(Persona persona, Labelled interaction);
}
