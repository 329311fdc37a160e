package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.plugin.PluginHost;
import io.personaagent.core.tool.ToolCatalogue;
import java.util.Optional;
import java.util.function.Supplier;

/** The tools that there are now: when plugins were installed or removed, by this process or another, the catalogue is made anew. */
final class CurrentTools implements Supplier<ToolCatalogue> {

    private final PluginHost plugins;
    private final Supplier<ToolCatalogue> making;
    private Optional<ToolCatalogue> latest = Optional.empty();

    CurrentTools(PluginHost plugins, Supplier<ToolCatalogue> making) {
        this.plugins = requireNonNull(plugins, "plugins");
        this.making = requireNonNull(making, "making");
    }

    @Override
    public synchronized ToolCatalogue get() {
        if (plugins.refresh() || latest.isEmpty()) {
            latest = Optional.of(making.get());
        }
        return latest.get();
    }
}
