package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Message;

/** A question about a person with its key. */
public record Exercise(Message question, Key key) {
    public Exercise {
        requireNonNull(question, "question");
        requireNonNull(key, "key");
    }
}
