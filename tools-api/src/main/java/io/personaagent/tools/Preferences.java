package io.personaagent.tools;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the person prefers, as far as a tool may know it; read-only.
 *
 * @param values settled preferences by name, such as {@code units} = {@code metric}
 * @param statements sentences of the persona that may guide a tool, the most important first
 */
public record Preferences(Map<String, String> values, List<String> statements) {

    public static final Preferences NONE = new Preferences(Map.of(), List.of());

    public Preferences {
        values = Map.copyOf(values);
        statements = List.copyOf(statements);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
