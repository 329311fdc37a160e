package io.personaagent.app.cli;

import io.personaagent.core.Person;
import io.personaagent.core.wiring.Household;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all commands take: where the home is, and who is meant. */
final class HomeOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "where everything is kept (default: PERSONAAGENT_HOME, or ~/.personaagent)")
    private @Nullable Path home;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "whose memory and persona (default: the setting 'user', or me)")
    private @Nullable String user;

    @Option(
            names = "--planner",
            paramLabel = "PLANNER",
            description = "reflex (no model needed) or model (default: the setting 'planner')")
    private @Nullable String planner;

    /** Opens the home. */
    Household open(Door door) {
        Map<String, String> overrides = new HashMap<>();
        Optional.ofNullable(user).ifPresent(chosen -> overrides.put("user", chosen));
        Optional.ofNullable(planner).ifPresent(chosen -> overrides.put("planner", chosen));
        return door.households().open(folder(door.environment()), overrides);
    }

    /** Does something with the home, and closes it. */
    int with(Door door, HouseholdWork work) throws Exception {
        try (Household household = open(door)) {
            return work.run(household);
        }
    }

    /** Does something with what is kept of the person who is meant. */
    int withPerson(Door door, PersonWork work) throws Exception {
        return with(door, household -> work.run(person(household)));
    }

    Person person(Household household) {
        return household.person(user(household));
    }

    UserId user(Household household) {
        return new UserId(household.settings().text("user"));
    }

    private Path folder(Map<String, String> environment) {
        if (home != null) {
            return home;
        }
        String set = environment.get("PERSONAAGENT_HOME");
        return set != null && !set.isBlank()
                ? Path.of(set)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".personaagent");
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
