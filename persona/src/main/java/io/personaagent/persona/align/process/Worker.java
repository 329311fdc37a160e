package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

/**
 * Who aligns.
 *
 * @param agent what answers, such as a model's name; what one agent lost says nothing of another
 * @param dear whether a step costs more than to write down what came of it; what costs less is done again after a kill
 */
public record Worker(Holder holder, String agent, boolean dear) {
    public Worker {
        requireNonNull(holder, "holder");
        requireNonNull(agent, "agent");
    }
}
