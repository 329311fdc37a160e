package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.Persona;
import java.time.Instant;
import java.util.List;

/**
 * What an aligner learns from.
 *
 * @param persona the one that gave the answers
 * @param batch what the agent answered with it, oldest first; right answers give no reason to change
 * @param known all labelled interactions but those that judge, oldest first; the batch is among them
 * @param now when the lesson is learned
 */
public record Lesson(Persona persona, List<Graded> batch, List<Labelled> known, Instant now) {

    public Lesson {
        requireNonNull(persona, "persona");
        batch = List.copyOf(batch);
        known = List.copyOf(known);
        requireNonNull(now, "now");
    }

    /** Of the batch, what was not right. */
    public List<Graded> wrong() {
        return batch.stream().filter(each -> !each.right()).toList();
    }
}
