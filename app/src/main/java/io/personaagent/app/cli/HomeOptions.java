package io.personaagent.app.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the home is, and who is meant. All commands inherit these options from the root, before and behind the command's name. */
final class HomeOptions {

    private final Map<String, String> environment;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "where everything is kept (default: PERSONAAGENT_HOME, or ~/.personaagent)")
    private @Nullable Path home;

    @Option(
            names = "--user",
            paramLabel = "USER",
            scope = ScopeType.INHERIT,
            description = "whose memory and persona (default: the setting 'user', or me)")
    private @Nullable String user;

    @Option(
            names = "--planner",
            paramLabel = "PLANNER",
            scope = ScopeType.INHERIT,
            description =
                    "who decides what to do: reflex (no model needed) or model (default: the setting 'planner', or model where one is set)")
    private @Nullable String planner;

    HomeOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Path folder() {
        if (home != null) {
            return home;
        }
        String set = environment.get("PERSONAAGENT_HOME");
        return set != null && !set.isBlank()
                ? Path.of(set)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".personaagent");
    }

    /** A variable of the environment that is not blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The settings that the options set, by key. */
    Map<String, String> overrides() {
        Map<String, String> overrides = new HashMap<>();
        Optional.ofNullable(user).ifPresent(chosen -> overrides.put("user", chosen));
        Optional.ofNullable(planner).ifPresent(chosen -> overrides.put("planner", chosen));
        return overrides;
    }
}
