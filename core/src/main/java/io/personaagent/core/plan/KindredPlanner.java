package io.personaagent.core.plan;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.persona.Persona;
import io.personaagent.persona.prototype.Kindred;
import io.personaagent.persona.prototype.Prototypes;

/** A planner that also sees what people do who are like the person, as far as the person's own persona does not tell. */
public final class KindredPlanner implements Planner {

    private final Planner planner;
    private final Prototypes prototypes;

    public KindredPlanner(Planner planner, Prototypes prototypes) {
        this.planner = requireNonNull(planner, "planner");
        this.prototypes = requireNonNull(prototypes, "prototypes");
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
        Background background = situation.background();
        Persona persona = background.persona();
        Kindred kindred = prototypes.nearest(persona.texts());
        return planner.next(
                new Situation(situation.message(), background.with(kindred), situation.tools(), situation.rounds()),
                listener);
    }
}
