package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.PastTurns;
import io.personaagent.persona.Persona;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Rehearsal;
import io.personaagent.persona.align.Simulator;
import java.time.Duration;

/** Past turns, and how long it takes to go through them. For one thread. */
final class TimedTurns implements Simulator {

    private final PastTurns turns;
    private long nanos;

    TimedTurns(PastTurns turns) {
        this.turns = requireNonNull(turns, "turns");
    }

    PastTurns turns() {
        return turns;
    }

    @Override
    public String answer(Persona persona, Rehearsal rehearsal, Meter meter) {
        long began = System.nanoTime();
        try {
            return turns.answer(persona, rehearsal, meter);
        } finally {
            nanos += System.nanoTime() - began;
        }
    }

    Duration took() {
        return Duration.ofNanos(nanos);
    }
}
