package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.Persona;
import java.util.List;

/**
 * An old persona and a new one, tried on the same interactions.
 *
 * @param batch what the new one was learned from
 * @param judges what it has not seen
 */
record Trial(Persona before, Persona after, Compared batch, Compared judges) {

    /** The same interactions with the old persona and with the new one, in the same order. */
    record Compared(List<Graded> before, List<Graded> after) {
        Compared {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        double was() {
            return Graded.mean(before);
        }

        double is() {
            return Graded.mean(after);
        }

        List<Judgement> judgements() {
            return Judgement.of(before, after);
        }
    }

    Trial {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(batch, "batch");
        requireNonNull(judges, "judges");
    }
}
