package io.personaagent.core.wiring;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Settings;
import io.personaagent.core.model.ModelSettings;
import io.personaagent.core.model.ModelSettings.Timeouts;
import io.personaagent.core.model.ModelShelf;
import io.personaagent.core.model.Pauses;
import io.personaagent.core.model.Price;
import io.personaagent.core.model.Profile;
import io.personaagent.core.model.Profiles;
import io.personaagent.core.model.Stamina;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads which models are configured, and which of them does what. */
final class ModelChoice {

    private static final String UNNAMED = "model";

    private final Settings settings;
    private final Map<String, String> environment;

    ModelChoice(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * The models with who does what; empty where none is configured.
     *
     * @throws ConfigException naming everything that is wrong
     */
    Optional<HomeModels> models(Pauses pauses) {
        List<String> problems = new ArrayList<>();
        Map<String, Profile> named = new TreeMap<>();
        names().forEach(name -> named.put(name, profile(name, problems)));
        Profiles profiles = new Profiles(named);
        Optional<String> planning = settings.find("plan.model").or(() -> usual(named, problems));
        Map<HomeModels.Purpose, String> purposes = new TreeMap<>();
        for (HomeModels.Purpose purpose : HomeModels.Purpose.values()) {
            settings.find(purpose.key()).or(() -> planning).ifPresent(name -> purposes.put(purpose, name));
        }
        purposes.forEach((purpose, name) -> problems.addAll(profiles.problems(purpose.key(), name, environment)));
        if (!problems.isEmpty()) {
            throw new ConfigException("settings", problems.stream().distinct().toList());
        }
        return planning.map(name -> new HomeModels(new ModelShelf(profiles, environment, pauses), purposes));
    }

    private List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        settings.table("models").keySet().forEach(key -> names.add(key.substring(0, key.indexOf('.'))));
        return Stream.concat(settings.find("model.provider").map(provider -> UNNAMED).stream(), names.stream())
                .toList();
    }

    /** The one under {@code [model]}, or else the only one that there is. */
    private static Optional<String> usual(Map<String, Profile> named, List<String> problems) {
        if (named.size() > 1 && !named.containsKey(UNNAMED)) {
            problems.add("there are several models, but plan.model does not say which one answers you; it can be %s"
                    .formatted(String.join(", ", named.keySet())));
        }
        return named.keySet().stream().min(Comparator.comparing((String name) -> !name.equals(UNNAMED)));
    }

    private Profile profile(String name, List<String> problems) {
        String table = name.equals(UNNAMED) ? UNNAMED : "models." + name;
        if (name.equals(UNNAMED) && !settings.table("models." + UNNAMED).isEmpty()) {
            problems.add("models.model is the name of the table [model]; give the model another name");
        }
        return new Profile(
                table,
                model(table),
                settings.flag(table + ".stream") ? Profile.Speech.STREAMED : Profile.Speech.WHOLE,
                new Stamina(settings.count(table + ".retries"), seconds(table + ".longest_pause_seconds")),
                new Profile.Terms(price(table, problems), text(table + ".fallback")));
    }

    private ModelSettings model(String table) {
        Duration total = seconds(table + ".timeout_seconds");
        Duration connect = seconds(table + ".connect_seconds");
        return new ModelSettings(
                text(table + ".provider"),
                text(table + ".name"),
                new ModelSettings.Server(text(table + ".base_url"), text(table + ".api_key_env")),
                new ModelSettings.Generation(
                        settings.find(table + ".temperature")
                                .map(Double::valueOf)
                                .orElse(null),
                        settings.count(table + ".max_output_tokens")),
                new Timeouts(
                        connect.compareTo(total) < 0 ? connect : total,
                        seconds(table + ".first_byte_seconds"),
                        seconds(table + ".idle_seconds"),
                        total));
    }

    private Price price(String table, List<String> problems) {
        double in = Double.parseDouble(settings.text(table + ".price_in"));
        double out = Double.parseDouble(settings.text(table + ".price_out"));
        if (in < 0 || out < 0) {
            problems.add(
                    "%s.price_in and price_out are %s and %s; expected numbers from 0 on".formatted(table, in, out));
            return Price.NONE;
        }
        return new Price(in, out);
    }

    private String text(String key) {
        return settings.find(key).orElse("");
    }

    private Duration seconds(String key) {
        return Duration.ofSeconds(settings.count(key));
    }
}
