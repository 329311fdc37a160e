package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

/**
 * An entry of the list of installed plugins.
 *
 * @param installedAt as ISO-8601
 * @param from the path that it was installed from
 */
record Installed(String id, String version, String sha256, String installedAt, String from) {

    Installed {
        if (!PluginCheck.ID.matcher(requireNonNull(id, "id")).matches()) {
            throw new IllegalArgumentException("id '%s' is not %s".formatted(id, PluginCheck.ID_RULE));
        }
        if (!PluginCheck.VERSION.matcher(requireNonNull(version, "version")).matches()) {
            throw new IllegalArgumentException("version '%s' is not like 1.0.0".formatted(version));
        }
        requireNonNull(sha256, "sha256");
        requireNonNull(installedAt, "installedAt");
        requireNonNull(from, "from");
    }

    String fileName() {
        return "%s-%s.jar".formatted(id, version);
    }
}
