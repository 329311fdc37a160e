package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

/**
 * Something that a running plugin brought.
 *
 * @param plugin the plugin's id
 * @param name what the extension calls itself; no other extension of its kind is called so
 */
public record FromPlugin<T>(String plugin, String name, T extension) {
    public FromPlugin {
        requireNonNull(plugin, "plugin");
        requireNonNull(name, "name");
        requireNonNull(extension, "extension");
    }
}
