package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

/**
 * Who aligns.
 *
 * @param agent what answers, such as a model's name; what one agent lost says nothing of another
 */
public record Worker(Holder holder, String agent) {
    public Worker {
        requireNonNull(holder, "holder");
        requireNonNull(agent, "agent");
    }
}
