package io.personaagent.core.plugin;

import io.personaagent.core.plugin.Roster.Running;
import io.personaagent.tools.ToolProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A jar that is run alone and for a while, to see how it does; nothing is installed. */
public final class PluginTrial implements AutoCloseable {

    private final Roster roster;

    private PluginTrial(Roster roster) {
        this.roster = roster;
    }

    /** Checks the jar and, when it may run, starts it within the limit. */
    public static PluginTrial of(Path jar, Duration limit) {
        PluginInfo checked = new PluginCheck().inspect(jar, PluginFile.Source.INSTALLED);
        return new PluginTrial(Renewal.of(Roster.EMPTY, List.of(checked), limit));
    }

    /** Started, or why not. */
    public PluginInfo plugin() {
        return roster.plugins().get(0);
    }

    /** What it brought to be called; nothing unless it was started. */
    public List<FromPlugin<ToolProvider>> toolProviders() {
        return roster.running().stream()
                .map(Running::brought)
                .flatMap(brought -> brought.tools().stream())
                .toList();
    }

    /** Stops it and closes its jar. */
    @Override
    public void close() {
        Renewal.stop(roster);
    }
}
