package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.tools.ToolProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the bundled and the installed plugins, each apart from the others.
 *
 * <p>Whatever is wrong with one plugin (its jar, its code, an error, a start that never ends) is told in its {@link PluginInfo} and
 * changes nothing for the others. What was installed, replaced or removed since, by whichever process, {@link #refresh} makes so here.
 * Thread-safe.
 */
public final class PluginHost implements AutoCloseable {

    /** How long a plugin may take to start. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    private final PluginShelf shelf;
    private final List<BundledPlugin> bundled;
    private final Duration limit;
    private volatile Roster roster = Roster.EMPTY;
    private String seen = "";
    private long renewals;
    private boolean started;

    public PluginHost(PluginShelf shelf, List<BundledPlugin> bundled) {
        this(shelf, bundled, USUAL_LIMIT);
    }

    /** Starts nothing yet. Each plugin must start, and stop, within the limit. */
    public PluginHost(PluginShelf shelf, List<BundledPlugin> bundled, Duration limit) {
        this.shelf = requireNonNull(shelf, "shelf");
        this.bundled = List.copyOf(bundled);
        this.limit = requireNonNull(limit, "limit");
    }

    /** Starts every plugin that may run; tells all, bundled ones first, then in the order they were installed. */
    public synchronized List<PluginInfo> start() {
        if (started) {
            throw new IllegalStateException("the plugin host was started before");
        }
        started = true;
        refresh();
        return plugins();
    }

    /**
     * Makes what runs what is installed now: stops what was removed, starts what is new, and replaces what changed. Where nothing was
     * installed or removed since it was last called, that costs one look at a file.
     *
     * <p>A plugin with a memory backend goes on as it is until the program ends, for its backend may be in use; its reason says so.
     *
     * @return whether it looked anew
     */
    public synchronized boolean refresh() {
        String now = shelf.stamp();
        if (!started || now.equals(seen)) {
            return false;
        }
        roster = Renewal.of(roster, withoutDuplicates(found()), limit);
        seen = now;
        renewals++;
        return true;
    }

    /** How often what runs has changed. */
    synchronized long renewals() {
        return renewals;
    }

    /** All that were found when it last looked; empty before it was started. */
    public List<PluginInfo> plugins() {
        return roster.plugins();
    }

    /** The tool providers of the plugins that run. */
    public List<FromPlugin<ToolProvider>> toolProviders() {
        return roster.tools();
    }

    /** The memory providers of the plugins that run. */
    public List<FromPlugin<MemoryProvider>> memoryProviders() {
        return roster.memories();
    }

    /** Stops the plugins, the last one first, and closes their jars; one that does not stop in time is left behind. */
    @Override
    public synchronized void close() {
        Renewal.stop(roster);
        roster = new Roster(roster.plugins(), List.of());
        started = false;
        renewals++;
    }

    private List<PluginInfo> found() {
        BundledFolder folder = new BundledFolder(shelf.folder().resolve("bundled"));
        List<PluginInfo> found = new ArrayList<>();
        bundled.forEach(plugin -> found.add(folder.unpack(plugin)));
        found.addAll(shelf.verify());
        return found;
    }

    private static List<PluginInfo> withoutDuplicates(List<PluginInfo> found) {
        Map<String, PluginInfo> first = new HashMap<>();
        return found.stream()
                .map(plugin -> {
                    PluginInfo other = plugin.isReady() ? first.putIfAbsent(plugin.id(), plugin) : null;
                    return other == null
                            ? plugin
                            : plugin.refused("has the id '%s' of another plugin, %s"
                                    .formatted(plugin.id(), other.file().path()));
                })
                .toList();
    }
}
