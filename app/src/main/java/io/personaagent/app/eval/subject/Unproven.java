package io.personaagent.app.eval.subject;

import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.persona.Persona;
import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Labels;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.statistical.StatisticalAligner;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What counting would make of all labels if nobody asked for a proof: what is lost against it is the price of the gate. */
final class Unproven {

    /** Each proposal changes a fifth of a persona at most. */
    private static final int PROPOSALS = 5;

    private Unproven() {}

    static Persona persona(Persona first, EpisodeReader log, Clock clock) {
        List<Labelled> known = new ArrayList<>(Labels.in(log).newestFirst());
        Collections.reverse(known);
        Aligner aligner = new StatisticalAligner();
        Meter meter = new Meter(new Budget(Duration.ofDays(1), PROPOSALS, 1), clock);
        Persona persona = first;
        for (int proposal = 0; proposal < PROPOSALS; proposal++) {
            Lesson lesson = new Lesson(persona, List.of(), known, clock.instant());
            Persona before = persona;
            persona = aligner.improve(lesson, meter)
                    .fold(written -> written.proposal().applyTo(before), (Draft.Rejected rejected) -> before);
        }
        return persona;
    }
}
