package io.personaagent.core.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Suggestion;
import io.personaagent.tools.Effect;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the tables {@code [mcp.NAME]} of the configuration. */
final class ConfigReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,23}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+");
    private static final List<String> KEYS =
            List.of("command", "args", "env", "set", "url", "headers", "effect", "read_only", "tools");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Map<String, String> table;
    private final List<String> problems;

    private ConfigReader(String name, Map<String, String> table, List<String> problems) {
        this.name = name;
        this.table = table;
        this.problems = problems;
    }

    /**
     * The servers by name.
     *
     * @param table with keys such as {@code files.command}; a list is JSON
     * @throws ConfigException naming everything that is wrong
     */
    static List<ServerConfig> servers(Map<String, String> table) {
        Map<String, Map<String, String>> byName = new TreeMap<>();
        table.forEach((key, value) -> {
            String server = key.substring(0, key.indexOf('.'));
            byName.computeIfAbsent(server, any -> new TreeMap<>()).put(key.substring(server.length() + 1), value);
        });
        List<String> problems = new ArrayList<>();
        List<ServerConfig> servers = new ArrayList<>();
        byName.forEach((name, own) -> servers.add(new ConfigReader(name, own, problems).read()));
        if (!problems.isEmpty()) {
            throw new ConfigException("settings", problems);
        }
        return servers;
    }

    private ServerConfig read() {
        if (!NAME.matcher(name).matches()) {
            problem("", "is not usable as a name; expected at most 24 of a-z, 0-9 and -, beginning with a letter");
        }
        table.keySet().forEach(this::known);
        ServerConfig.Choice choice =
                new ServerConfig.Choice(effect(), Set.copyOf(list("read_only")), new LinkedHashSet<>(list("tools")));
        return new ServerConfig(name, reach(), choice);
    }

    private void known(String key) {
        String first = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        boolean isTable = first.equals("set") || first.equals("headers");
        if (!KEYS.contains(first) || isTable != key.contains(".")) {
            problem(
                    "." + key,
                    "is unknown; "
                            + Suggestion.closest(first, KEYS)
                                    .map("did you mean '%s'?"::formatted)
                                    .orElse("known are " + String.join(", ", KEYS)));
        }
    }

    private Reach reach() {
        boolean command = table.containsKey("command");
        if (command == table.containsKey("url")) {
            problem(
                    "",
                    "has %s; expected one of them"
                            .formatted(command ? "a command and a url" : "no command and no url"));
        }
        return command ? command() : address();
    }

    private Reach command() {
        List<String> words = new ArrayList<>(list("command"));
        words.addAll(list("args"));
        if (words.isEmpty() || words.get(0).isBlank()) {
            problem(".command", "is empty; expected a program, such as [\"npx\", \"-y\", \"PACKAGE\"]");
        }
        List<String> passed = list("env");
        passed.forEach(variable -> variable(".env", variable));
        Map<String, String> set = below("set");
        set.keySet().forEach(variable -> variable(".set", variable));
        return new Reach.Command(words, set, passed);
    }

    private void variable(String where, String variable) {
        if (!VARIABLE.matcher(variable).matches()) {
            problem(where, "names '%s'; expected names of environment variables, and no values".formatted(variable));
        }
    }

    private Reach address() {
        String url = table.getOrDefault("url", "");
        Map<String, String> headers = below("headers");
        headers.forEach((header, variable) -> {
            variable(".headers", variable);
            if (!HEADER.matcher(header).matches()) {
                problem(".headers", "names '%s', which is no header".formatted(header));
            }
        });
        URI usable = URI.create("http://127.0.0.1/");
        try {
            URI given = URI.create(url);
            if (isSafe(given)) {
                usable = given;
            } else if (!url.isEmpty()) {
                problem(".url", "is '%s'; expected https://HOST/PATH, or http:// to this machine".formatted(url));
            }
        } catch (IllegalArgumentException noUrl) {
            problem(".url", "is '%s'; expected https://HOST/PATH, or http:// to this machine".formatted(url));
        }
        return new Reach.Address(usable, headers);
    }

    /** What is sent in a header must not go over a network for everybody to read. */
    private static boolean isSafe(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        boolean here = Set.of("127.0.0.1", "localhost", "[::1]").contains(host);
        return !host.isEmpty()
                && url.getUserInfo() == null
                && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && here));
    }

    private Effect effect() {
        String word = table.getOrDefault("effect", "external");
        for (Effect effect : Effect.values()) {
            if (effect.name().toLowerCase(Locale.ROOT).equals(word)) {
                return effect;
            }
        }
        problem(".effect", "is '%s'; expected read, write or external".formatted(word));
        return Effect.EXTERNAL;
    }

    private Map<String, String> below(String key) {
        Map<String, String> below = new TreeMap<>();
        table.forEach((each, value) -> {
            if (each.startsWith(key + ".")) {
                below.put(each.substring(key.length() + 1), value);
            }
        });
        return below;
    }

    /** A single text is a list of one. */
    private List<String> list(String key) {
        String value = table.getOrDefault(key, "");
        if (!value.startsWith("[")) {
            return value.isEmpty() ? List.of() : List.of(value);
        }
        List<String> texts = new ArrayList<>();
        try {
            for (JsonNode each : JSON.readTree(value)) {
                texts.add(each.asText());
            }
        } catch (JsonProcessingException noList) {
            problem("." + key, "is %s; expected a list of texts".formatted(value));
        }
        return texts;
    }

    private void problem(String key, String what) {
        problems.add("mcp.%s%s %s".formatted(name, key, what));
    }
}
