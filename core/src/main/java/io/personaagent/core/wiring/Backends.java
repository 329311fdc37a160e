package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Suggestion;
import io.personaagent.core.plugin.FromPlugin;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.MemoryProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The memory backends by their names. A shipped backend needs no plugin to be started; any other is looked for among them. */
final class Backends {

    private final Map<String, MemoryProvider> known = new LinkedHashMap<>();
    private final Supplier<List<FromPlugin<MemoryProvider>>> plugins;

    Backends(Supplier<List<FromPlugin<MemoryProvider>>> plugins) {
        this.plugins = requireNonNull(plugins, "plugins");
        List.of(new EpisodicSemanticProvider(), new LexicalProvider())
                .forEach(shipped -> known.put(shipped.name(), shipped));
    }

    /** The backend that is configured. */
    MemoryProvider configured(String name) {
        return find(name).orElseThrow(() -> unknown("settings", "memory.backend is '%s'", name));
    }

    /** The backend that somebody asked for. */
    MemoryProvider named(String name) {
        return find(name).orElseThrow(() -> unknown("memory backend", "there is no '%s'", name));
    }

    private synchronized Optional<MemoryProvider> find(String name) {
        if (!known.containsKey(name)) {
            plugins.get().forEach(found -> known.putIfAbsent(found.name(), found.extension()));
        }
        return Optional.ofNullable(known.get(name));
    }

    private synchronized ConfigException unknown(String where, String problem, String name) {
        String meant = Suggestion.closest(name, known.keySet())
                .map("did you mean '%s'?"::formatted)
                .orElseGet(() -> "there are: " + String.join(", ", known.keySet()));
        return new ConfigException(where, List.of(problem.formatted(name) + "; " + meant));
    }
}
