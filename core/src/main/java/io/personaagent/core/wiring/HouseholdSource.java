package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.personaagent.core.config.ConfigFile;
import io.personaagent.core.config.Home;
import io.personaagent.core.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Opens homes. */
public final class HouseholdSource {

    private final Map<String, String> environment;
    private final Clock clock;

    /** @param clock the time; its zone is the person's when no other is set */
    public HouseholdSource(Map<String, String> environment, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Opens a home, making it when it is new. Reads the configuration; everything else waits until it is asked for.
     *
     * @param overrides settings by key that go before the environment and the file
     * @throws io.personaagent.core.config.ConfigException when the home or its configuration cannot be used
     */
    public Household open(Path folder, Map<String, String> overrides) {
        Home home = Home.at(folder);
        Settings settings = ConfigFile.read(home.config(), over(overrides));
        Clock local = settings.find("timezone")
                .map(zone -> clock.withZone(ZoneId.of(zone)))
                .orElse(clock);
        // Plain reflection will do for a dozen calls: generated classes cost time at the start, and newer JDKs warn of
        // how they are made.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        HomeModule module = new HomeModule(home, settings, environment, local);
        return new Household(Guice.createInjector(Stage.DEVELOPMENT, module), module);
    }

    private Map<String, String> over(Map<String, String> overrides) {
        Map<String, String> over = new HashMap<>(environment);
        overrides.forEach((key, value) -> over.put(Settings.known(key).variable(), value));
        return over;
    }
}
