package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.tools.ToolProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the bundled and the installed plugins, each apart from the others.
 *
 * <p>Whatever is wrong with one plugin (its jar, its code, an error, a start that never ends) is told in its {@link PluginInfo} and
 * changes nothing for the others. Start it once, from one thread; what it answers after that may be read from any.
 */
public final class PluginHost implements AutoCloseable {

    /** How long a plugin may take to start. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final PluginShelf shelf;
    private final List<BundledPlugin> bundled;
    private final Duration limit;
    private final List<PluginStart> running = new ArrayList<>();
    private final List<FromPlugin<ToolProvider>> tools = new ArrayList<>();
    private final List<FromPlugin<MemoryProvider>> memories = new ArrayList<>();
    private volatile List<PluginInfo> plugins = List.of();

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
    public List<PluginInfo> start() {
        if (!plugins.isEmpty()) {
            throw new IllegalStateException("the plugin host was started before");
        }
        List<PluginInfo> found = withoutDuplicates(found());
        Map<PluginInfo, PluginStart> starts = new HashMap<>();
        found.stream().filter(PluginInfo::isReady).forEach(ready -> starts.put(ready, PluginStart.of(ready, limit)));
        List<PluginInfo> told = new ArrayList<>();
        for (PluginInfo plugin : found) {
            PluginStart start = starts.get(plugin);
            told.add(start == null ? plugin : outcome(start));
        }
        plugins = List.copyOf(told);
        return plugins;
    }

    /** What {@link #start} told; empty before. */
    public List<PluginInfo> plugins() {
        return plugins;
    }

    /** The tool providers of the plugins that run, in the order of {@link #plugins()}. */
    public List<FromPlugin<ToolProvider>> toolProviders() {
        return List.copyOf(tools);
    }

    /** The memory providers of the plugins that run, in the order of {@link #plugins()}. */
    public List<FromPlugin<MemoryProvider>> memoryProviders() {
        return List.copyOf(memories);
    }

    /** Stops the plugins, the last one first, and closes their jars; one that does not stop in time is left behind. */
    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            stop(running.get(i));
        }
        running.clear();
        tools.clear();
        memories.clear();
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

    private PluginInfo outcome(PluginStart start) {
        PluginInfo plugin = start.plugin();
        PluginEngine.Brought brought;
        try {
            brought = start.await();
            refuseCollisions(brought);
        } catch (NameTakenException taken) {
            stop(start);
            return plugin.refused(String.valueOf(taken.getMessage()));
        } catch (PluginException broke) {
            stop(start);
            return plugin.failed(String.valueOf(broke.getMessage()));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return plugin.failed("was interrupted while it started");
        }
        running.add(start);
        tools.addAll(brought.tools());
        memories.addAll(brought.memories());
        return plugin.started(new PluginInfo.Offered(names(brought.tools()), names(brought.memories())));
    }

    private void refuseCollisions(PluginEngine.Brought brought) throws NameTakenException {
        refuseCollisions("tool", brought.tools(), tools);
        refuseCollisions("memory", brought.memories(), memories);
    }

    private static <T> void refuseCollisions(String kind, List<FromPlugin<T>> brought, List<FromPlugin<T>> there)
            throws NameTakenException {
        Map<String, String> owners = new HashMap<>();
        there.forEach(known -> owners.put(known.name(), known.plugin()));
        for (FromPlugin<T> added : brought) {
            String owner = owners.putIfAbsent(added.name(), added.plugin());
            if (owner != null) {
                throw new NameTakenException("brings the %s provider '%s', but plugin '%s' has one of this name"
                        .formatted(kind, added.name(), owner));
            }
        }
    }

    private static <T> List<String> names(List<FromPlugin<T>> brought) {
        return brought.stream().map(FromPlugin::name).toList();
    }

    private void stop(PluginStart start) {
        try {
            start.stop()
                    .ifPresent(trouble -> LOG.debug(
                            "plugin {} did not stop properly: {}",
                            start.plugin().id(),
                            trouble));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    /** An extension's name belongs to another plugin. */
    private static final class NameTakenException extends Exception {

        private static final long serialVersionUID = 1;

        NameTakenException(String message) {
            super(message);
        }
    }
}
