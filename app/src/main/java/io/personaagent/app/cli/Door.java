package io.personaagent.app.cli;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.wiring.HouseholdSource;
import java.util.Map;

/** What every command is lent. */
record Door(Streams streams, Map<String, String> environment, HouseholdSource households) {

    Door {
        requireNonNull(streams, "streams");
        environment = Map.copyOf(environment);
        requireNonNull(households, "households");
    }

    /** Prints a line of data. */
    void print(String line) {
        streams.out().println(line);
        streams.out().flush();
    }

    /** Tells the person something that is not data. */
    void tell(String line) {
        streams.err().println(line);
        streams.err().flush();
    }
}
