package io.personaagent.persona.align;

import io.personaagent.persona.Persona;
import java.util.List;

/** Proposes how a persona should change, from interactions of which it is known what the person wanted. */
public interface Aligner {

    /**
     * One rewrite from all interactions; whoever calls decides whether it is accepted.
     *
     * @param interactions the batch, oldest first; those that the current persona answers right give no reason to change
     */
    Proposal improve(Persona persona, List<Labelled> interactions, Simulator simulator);
}
