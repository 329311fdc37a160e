package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.core.plugin.PluginInfo;

/** A plugin in one line, and in a second one what is wrong with it. */
final class PluginLine {

    private PluginLine() {}

    static String of(PluginInfo plugin) {
        String told = "%s %s  %s  %s  sha256:%s"
                .formatted(
                        plugin.id(),
                        plugin.manifest().version(),
                        Json.word(plugin.file().source()),
                        Json.word(plugin.state()),
                        plugin.file().sha256());
        return plugin.reason().isEmpty() ? told : "%s%n    %s".formatted(told, plugin.reason());
    }
}
