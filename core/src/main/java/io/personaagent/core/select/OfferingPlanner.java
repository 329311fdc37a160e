package io.personaagent.core.select;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.plan.Planner;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.persona.Persona;

/** A planner that is told only of the tools that bear on what is asked. What it calls is still looked for among all of them. */
public final class OfferingPlanner implements Planner {

    private final Planner planner;
    private final Offering offering;

    public OfferingPlanner(Planner planner, Offering offering) {
        this.planner = requireNonNull(planner, "planner");
        this.offering = requireNonNull(offering, "offering");
    }

    @Override
    public String name() {
        return planner.name();
    }

    @Override
    public Purpose purpose() {
        return planner.purpose();
    }

    @Override
    public boolean weighsLabels(Message message, Persona persona) {
        return planner.weighsLabels(message, persona);
    }

    @Override
    public Step next(Situation situation, TurnListener listener) {
        Situation offered =
                new Situation(situation.message(), situation.background(), offering.of(situation), situation.rounds());
        return planner.next(offered, listener).fold(answer -> answer, calls -> judged(calls, situation), ask -> ask);
    }

    /** What a call was influenced by is judged by all tools: one that was not offered now may have brought words of others before. */
    private static Step judged(Step.UseTools step, Situation situation) {
        boolean unseen = Influence.of(situation) == Influence.UNTRUSTED_CONTENT;
        return unseen ? new Step.UseTools(step.calls(), Influence.UNTRUSTED_CONTENT) : step;
    }
}
