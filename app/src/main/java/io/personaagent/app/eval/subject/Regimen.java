package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.align.Scale;

/**
 * How a subject lives.
 *
 * @param every an alignment is tried after each so many labels
 * @param scale how far an alignment goes
 * @param recall how many memories are looked at for a question
 */
public record Regimen(int every, Scale scale, int recall) {
    public Regimen {
        requireNonNull(scale, "scale");
        if (every < 1 || recall < 1) {
            throw new IllegalArgumentException(
                    "alignment must be after at least 1 label and see at least 1 memory, not %d and %d"
                            .formatted(every, recall));
        }
    }
}
