package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.Memory;
import io.personaagent.persona.Personas;
import io.personaagent.tools.UserId;
import java.time.Clock;

/**
 * A person, with all that is kept of them.
 *
 * @param clock the time, in the person's time zone
 */
public record Person(UserId user, Memory memory, Personas personas, Clock clock) {
    public Person {
        requireNonNull(user, "user");
        requireNonNull(memory, "memory");
        requireNonNull(personas, "personas");
        requireNonNull(clock, "clock");
    }
}
