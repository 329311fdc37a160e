package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;

/**
 * A provider whose tools are to be used.
 *
 * @param name the provider's name, as it was checked when its plugin started
 * @param settings the provider's own table of the configuration
 */
public record Offer(String name, ToolProvider provider, ToolSettings settings) {
    public Offer {
        requireNonNull(name, "name");
        requireNonNull(provider, "provider");
        requireNonNull(settings, "settings");
    }
}
