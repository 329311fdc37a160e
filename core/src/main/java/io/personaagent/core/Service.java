package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.tool.Toolbox;

/**
 * Who serves a person.
 *
 * @param agent the agent that is configured
 * @param reflex the agent that needs no model; the same one when no model is configured
 * @param toolbox the tools of both
 */
public record Service(Agent agent, Agent reflex, Toolbox toolbox) {
    public Service {
        requireNonNull(agent, "agent");
        requireNonNull(reflex, "reflex");
        requireNonNull(toolbox, "toolbox");
    }
}
