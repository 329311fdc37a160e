package io.personaagent.core.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is set: the file {@code HOME/config.toml}, and environment variables over it. Immutable.
 *
 * <p>A table {@code [models.NAME]} has the keys of {@code [model]}. Free tables ({@code [plugins.NAME]}, {@code [memory.NAME]}, {@code [mcp.NAME]}, {@code [preferences]}) belong to whoever they name; every other key is
 * known, and an unknown one is an error.
 */
public final class Settings {

    /** All that can be set, in the order in which it is listed. */
    public static final List<Setting> KNOWN = KnownSettings.ALL;

    private static final String PREFIX = "PERSONAAGENT_";

    /** Variables that are no settings: where the home is, and how much is logged. */
    private static final Set<String> OTHER_VARIABLES = Set.of("PERSONAAGENT_HOME", "PERSONAAGENT_LOG");

    /** A model under a name: {@code models.cheap.provider} is for it what {@code model.provider} is. */
    private static final Pattern NAMED_MODEL = Pattern.compile("models\\.([a-zA-Z0-9_-]{1,64})\\.(\\w+)");

    private static final List<String> FREE_TABLES = List.of("plugins.", "memory.", "preferences.", "mcp.");

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * The settings of a file's content, and of the environment over it.
     *
     * @param file what the file holds, with keys such as {@code turn.max_steps}
     * @param where how the file is called in messages
     * @throws ConfigException naming everything that is wrong
     */
    public static Settings of(Map<String, String> file, Map<String, String> environment, String where) {
        List<String> problems = new ArrayList<>();
        file.forEach((key, value) -> check(key, value).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new ConfigException(where, problems.stream().sorted().toList());
        }
        Map<String, String> values = new TreeMap<>(file);
        values.putAll(fromEnvironment(environment));
        return new Settings(values);
    }

    /** What is known of a setting that there is. */
    public static Setting known(String key) {
        return of(key).orElseThrow(() -> new IllegalArgumentException("there is no setting '%s'".formatted(key)));
    }

    private static Optional<Setting> of(String key) {
        String plain = NAMED_MODEL.matcher(key).replaceFirst("model.$2");
        return KNOWN.stream()
                .filter(known -> known.key().equals(plain))
                .map(known -> new Setting(key, known.shape(), known.fallback(), known.meaning()))
                .findFirst();
    }

    /** The value that is set, or the setting's own fallback; empty when there is neither. */
    public Optional<String> find(String key) {
        Setting setting = known(key);
        return Optional.of(values.getOrDefault(key, setting.fallback())).filter(value -> !value.isEmpty());
    }

    /** The value of a setting that always has one. */
    public String text(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("setting '%s' has no value".formatted(key)));
    }

    public int count(String key) {
        return Integer.parseInt(text(key));
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** A free table, such as {@code plugins.wikipedia}, without its prefix. */
    public Map<String, String> table(String name) {
        Map<String, String> table = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                table.put(key.substring(name.length() + 1), value);
            }
        });
        return table;
    }

    private static Map<String, String> fromEnvironment(Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        Map<String, Setting> variables =
                KNOWN.stream().collect(Collectors.toMap(Setting::variable, setting -> setting));
        new TreeMap<>(environment).forEach((variable, value) -> {
            Setting setting = variables.get(variable);
            if (setting != null) {
                setting.problem(value, variable).ifPresent(problems::add);
                values.put(setting.key(), value);
            } else if (variable.startsWith(PREFIX) && !OTHER_VARIABLES.contains(variable)) {
                problems.add("unknown variable %s%s"
                        .formatted(
                                variable,
                                Suggestion.closest(variable, variables.keySet())
                                        .map("; did you mean %s?"::formatted)
                                        .orElse("")));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigException("environment", problems);
        }
        return values;
    }

    private static Optional<String> check(String key, String value) {
        requireNonNull(value, key);
        Optional<Setting> known = of(key);
        if (known.isPresent()) {
            return known.get().problem(value, key);
        }
        return isFree(key) ? Optional.empty() : Optional.of(unknown(key));
    }

    /** {@code preferences.units}, {@code plugins.notes.x} and {@code memory.name.x}; but {@code memory.bakend} is a slip of the pen. */
    private static boolean isFree(String key) {
        return FREE_TABLES.stream().anyMatch(key::startsWith)
                && (key.startsWith("preferences.") || key.indexOf('.') != key.lastIndexOf('.'));
    }

    private static String unknown(String key) {
        Matcher model = NAMED_MODEL.matcher(key);
        String table = model.matches() ? "models." + model.group(1) + "." : "";
        List<String> keys = KNOWN.stream()
                .map(Setting::key)
                .filter(known -> table.isEmpty() || known.startsWith("model."))
                .map(known -> table.isEmpty() ? known : table + known.substring("model.".length()))
                .toList();
        return "unknown setting '%s'; %s"
                .formatted(
                        key,
                        Suggestion.closest(key, keys)
                                .map("did you mean '%s'?"::formatted)
                                .orElseGet(() -> "known are " + String.join(", ", keys)));
    }
}
