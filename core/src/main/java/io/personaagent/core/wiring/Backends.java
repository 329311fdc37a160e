package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Suggestion;
import io.personaagent.core.plugin.FromPlugin;
import io.personaagent.core.plugin.PluginHost;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.MemoryProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The memory backends by name. A shipped one needs no plugin to be started; any other is looked for among them. */
final class Backends {

    private final Prompts prompts;
    private final Supplier<PluginHost> plugins;

    Backends(Prompts prompts, Supplier<PluginHost> plugins) {
        this.prompts = requireNonNull(prompts, "prompts");
        this.plugins = requireNonNull(plugins, "plugins");
    }

    /**
     * The backend of this name.
     *
     * @param where what named it, such as {@code memory.backend}, for the message
     * @throws ConfigException when there is none, with what was probably meant
     */
    MemoryProvider named(String wanted, String where) {
        Map<String, MemoryProvider> known = new LinkedHashMap<>();
        List.of(new EpisodicSemanticProvider(prompts), new LexicalProvider(prompts))
                .forEach(shipped -> known.put(shipped.name(), shipped));
        if (!known.containsKey(wanted)) {
            for (FromPlugin<MemoryProvider> found : plugins.get().memoryProviders()) {
                known.putIfAbsent(found.name(), found.extension());
            }
        }
        return Optional.ofNullable(known.get(wanted)).orElseThrow(() -> unknown(wanted, where, known));
    }

    private static ConfigException unknown(String wanted, String where, Map<String, MemoryProvider> known) {
        String meant = Suggestion.closest(wanted, known.keySet())
                .map("did you mean '%s'?"::formatted)
                .orElseGet(() -> "there are: " + String.join(", ", known.keySet()));
        return new ConfigException("settings", List.of("%s is '%s'; %s".formatted(where, wanted, meant)));
    }
}
