package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A version of a persona, with when and why it came to be. */
public record PersonaVersion(Persona persona, Instant created, Cause cause) {

    public PersonaVersion {
        requireNonNull(persona, "persona");
        requireNonNull(created, "created");
        requireNonNull(cause, "cause");
    }

    public int number() {
        return persona.version();
    }

    public Origin origin() {
        return cause.origin();
    }

    /** One line for the person to read. */
    public String reason() {
        return cause.reason();
    }

    /** What a gate decided, a JSON object; empty where no gate decided. */
    public String decision() {
        return cause.decision();
    }
}
