package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A version of a persona, with when and why it came to be.
 *
 * @param reason one line for the person to read
 */
public record PersonaVersion(Persona persona, Instant created, String reason) {

    public PersonaVersion {
        requireNonNull(persona, "persona");
        requireNonNull(created, "created");
        requireNonNull(reason, "reason");
    }

    public int number() {
        return persona.version();
    }
}
