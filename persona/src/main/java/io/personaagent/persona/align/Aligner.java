package io.personaagent.persona.align;

import java.util.Map;

/** Proposes how a persona should change, from interactions of which it is known what the person wanted. */
public interface Aligner {

    /** What a decision says proposed. */
    String name();

    /**
     * One rewrite from all interactions; whoever calls decides whether it is accepted.
     *
     * @param meter hears what it costs
     * @throws StoppedException when its model does not answer, or the budget is spent
     */
    Draft improve(Lesson lesson, Meter meter);

    /** What its words come from: the hash of each prompt by the prompt's id. */
    default Map<String, String> prompts() {
        return Map.of();
    }
}
