package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * The jar of a plugin.
 *
 * @param sha256 in lower-case hexadecimal; empty when the file could not be read
 */
public record PluginFile(Path path, String sha256, Source source) {

    /** Where a plugin came from. */
    public enum Source {
        /** With the program. */
        BUNDLED,
        /** The person installed it. */
        INSTALLED
    }

    public PluginFile {
        requireNonNull(path, "path");
        requireNonNull(sha256, "sha256");
        requireNonNull(source, "source");
    }
}
