package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.tendency.Ask;

/** A question about a person with its key. */
public record Exercise(String id, Ask ask, Key key) {
    public Exercise {
        requireNonNull(id, "id");
        requireNonNull(ask, "ask");
        requireNonNull(key, "key");
    }
}
