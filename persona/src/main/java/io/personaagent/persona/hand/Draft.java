package io.personaagent.persona.hand;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.Meaning;

/**
 * A statement as a person wrote it.
 *
 * @param id empty for a new one
 */
public record Draft(String id, Meaning meaning, boolean pinned) {
    public Draft {
        requireNonNull(id, "id");
        requireNonNull(meaning, "meaning");
    }
}
