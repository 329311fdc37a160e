package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.core.tool.ToolSource;
import io.personaagent.tools.ToolSettings;
import java.util.List;
import java.util.function.Function;

/** The tools of the plugins that run. What was installed, replaced or removed, by whichever process, is noticed when it is asked. */
public final class PluginTools implements ToolSource {

    private final PluginHost host;
    private final Function<String, ToolSettings> settings;

    /** @param settings those of a provider, by its name */
    public PluginTools(PluginHost host, Function<String, ToolSettings> settings) {
        this.host = requireNonNull(host, "host");
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    public long version() {
        host.refresh();
        return host.renewals();
    }

    @Override
    public List<Offer> offers() {
        return host.toolProviders().stream()
                .map(found -> new Offer(found.name(), found.extension(), settings.apply(found.name())))
                .toList();
    }

    /** Plugins that do not run tell why in their own list. */
    @Override
    public List<ToolProblem> problems() {
        return List.of();
    }
}
