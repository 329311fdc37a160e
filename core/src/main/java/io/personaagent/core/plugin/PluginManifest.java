package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

/**
 * What a plugin says of itself.
 *
 * @param requires the versions of the SPI that it can live with, such as {@code >=1.0.0 & <2.0.0}
 */
public record PluginManifest(String id, String version, String description, String provider, String requires) {
    public PluginManifest {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(description, "description");
        requireNonNull(provider, "provider");
        requireNonNull(requires, "requires");
    }

    /** For a jar that could not be read so far: all that is known is what it is called. */
    static PluginManifest unread(String id) {
        return new PluginManifest(id, "", "", "", "");
    }
}
