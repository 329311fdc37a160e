package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.contest.PassageCache;
import io.personaagent.core.Person;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.tools.UserId;

/** The agent of a home, born anew for each person: with its planner, its memory backend and its aligner, and nothing that is kept there. */
public final class Agents implements Subjects {

    private final Household household;
    private final Room room;
    private final PassageCache passages;
    private final Regimen regimen;

    /** Where subjects keep what they hear, for as long as they live. */
    public interface Room {

        /** To be closed. */
        UserStore open(UserId user);

        /** Throws away what was kept of one, whose store has been closed. */
        void remove(UserId user);
    }

    /** @param passages the vectors that subjects share */
    public Agents(Household household, Room room, PassageCache passages, Regimen regimen) {
        this.household = requireNonNull(household, "household");
        this.room = requireNonNull(room, "room");
        this.passages = requireNonNull(passages, "passages");
        this.regimen = requireNonNull(regimen, "regimen");
        passages.open();
    }

    @Override
    public String named() {
        return household.asksModel() ? "model" : "reflex";
    }

    @Override
    public Subject about(UserId user) {
        UserStore store = room.open(user);
        ReplayedClock clock = new ReplayedClock();
        Memory memory = memory(store, clock);
        String rules = Personas.fixedRules();
        Personas personas =
                new Personas(new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), rules), rules, clock);
        Person person = new Person(user, memory, personas, clock);
        TimedTurns turns = new TimedTurns(
                household.pastTurns(person, regimen.recall(), embedder -> embedder.through(passages::around)));
        Living.Body body = new Living.Body(person, clock, turns, household.alignment(person, turns), () -> {
            memory.close();
            store.close();
            room.remove(user);
        });
        return new Living(body, regimen);
    }

    private Memory memory(UserStore store, ReplayedClock clock) {
        String backend = household.settings().text("memory.backend");
        Lent lent = household.lentTo(backend);
        return new Memory(
                store,
                household.backend(backend),
                new Lent(
                        Embedders.only(lent.embedders().wanted().through(passages::around)),
                        lent.chatModel(),
                        clock,
                        lent.settings(),
                        lent.policy()));
    }
}
