package io.personaagent.app.cli;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.Person;
import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.HouseholdSource;
import io.personaagent.tools.UserId;

/** What every command is lent: the streams, and the home that the options name. */
record Door(Streams streams, HomeOptions options, HouseholdSource households) {

    Door {
        requireNonNull(streams, "streams");
        requireNonNull(options, "options");
        requireNonNull(households, "households");
    }

    /** Does something with the home, and closes it. */
    int with(HouseholdWork work) throws Exception {
        try (Household household = households.open(options.folder(), options.overrides())) {
            return work.run(household);
        }
    }

    /** Does something with what is kept of the person who is meant. */
    int withPerson(PersonWork work) throws Exception {
        return with(household -> work.run(person(household)));
    }

    static Person person(Household household) {
        return household.person(user(household));
    }

    static UserId user(Household household) {
        return new UserId(household.settings().text("user"));
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

    /** What a command does with an open home; the result is the exit status. */
    @FunctionalInterface
    interface HouseholdWork {
        int run(Household household) throws Exception;
    }

    /** What a command does for one person; the result is the exit status. */
    @FunctionalInterface
    interface PersonWork {
        int run(Person person) throws Exception;
    }
}
