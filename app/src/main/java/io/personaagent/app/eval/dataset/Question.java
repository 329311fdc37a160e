package io.personaagent.app.eval.dataset;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** All of a question that a backend may see. */
public record Question(String text, Instant askedAt) {
    public Question {
        requireNonNull(text, "text");
        requireNonNull(askedAt, "askedAt");
    }
}
