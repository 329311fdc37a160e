package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.Person;
import io.personaagent.core.wiring.Household;
import io.personaagent.persona.align.Alignment;
import io.personaagent.tools.UserId;

/** The agent of a home, born anew for each person: with its planner, its memory backend and its aligner, and nothing that is kept there. */
public final class Agents implements Subjects {

    private final Household household;
    private final Shelters shelters;
    private final Regimen regimen;

    public Agents(Household household, Shelters shelters, Regimen regimen) {
        this.household = requireNonNull(household, "household");
        this.shelters = requireNonNull(shelters, "shelters");
        this.regimen = requireNonNull(regimen, "regimen");
    }

    @Override
    public String named() {
        return household.asksModel() ? "model" : "reflex";
    }

    @Override
    public Subject about(UserId user) {
        Shelters.Shelter shelter = shelters.open(user);
        Person person = new Person(user, shelter.memory(), shelter.personas(), shelter.clock());
        TimedTurns turns = new TimedTurns(
                household.pastTurns(person, regimen.recall(), embedder -> embedder.through(shelters::known)));
        Alignment alignment = household.alignment(person, turns);
        return new Living(new Living.Body(person, shelter.clock(), turns, alignment, shelter::close), regimen);
    }
}
