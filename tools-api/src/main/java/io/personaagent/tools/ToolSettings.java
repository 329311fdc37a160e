package io.personaagent.tools;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A provider's own table of the configuration file: {@code [plugins.NAME]}.
 *
 * @param values each setting as text
 */
public record ToolSettings(Map<String, String> values) {

    public static final ToolSettings NONE = new ToolSettings(Map.of());

    public ToolSettings {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Refuses settings that the provider does not know; call it first, so that a slip of the pen is told and not ignored.
     *
     * @throws IllegalArgumentException naming each unknown setting and the known ones
     */
    public ToolSettings onlyKnowing(String... known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            String listed =
                    known.length == 0 ? "it has none" : "it knows " + String.join(", ", new TreeSet<>(Set.of(known)));
            throw new IllegalArgumentException("unknown setting %s; %s".formatted(String.join(", ", unknown), listed));
        }
        return this;
    }
}
