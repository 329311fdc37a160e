package io.personaagent.core.plugin;

import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.tools.ToolProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What runs at one moment. Immutable, so that who reads it needs no lock.
 *
 * @param plugins all that were found, whether they run or not
 * @param running those that run, in the order of the plugins
 */
record Roster(List<PluginInfo> plugins, List<Running> running) {

    static final Roster EMPTY = new Roster(List.of(), List.of());

    /** A plugin that runs, and what it brought. */
    record Running(PluginStart start, PluginEngine.Brought brought) {

        PluginInfo plugin() {
            return start.plugin();
        }

        /** Whether it runs the very jar that this is. */
        boolean runs(PluginInfo found) {
            return plugin().id().equals(found.id()) && plugin().file().equals(found.file());
        }

        /** What it brought can be open in somebody's hands, who cannot be told that it goes. */
        boolean stays() {
            return !brought.memories().isEmpty();
        }
    }

    Roster {
        plugins = List.copyOf(plugins);
        running = List.copyOf(running);
    }

    Optional<Running> running(String id) {
        return running.stream().filter(one -> one.plugin().id().equals(id)).findFirst();
    }

    List<FromPlugin<ToolProvider>> tools() {
        return all(PluginEngine.Brought::tools).toList();
    }

    List<FromPlugin<MemoryProvider>> memories() {
        return all(PluginEngine.Brought::memories).toList();
    }

    /** Why what was brought cannot run beside what runs; empty when it can. */
    Optional<String> collision(PluginEngine.Brought brought) {
        return collision("tool", brought.tools(), tools())
                .or(() -> collision("memory", brought.memories(), memories()));
    }

    private static <T> Optional<String> collision(String kind, List<FromPlugin<T>> brought, List<FromPlugin<T>> there) {
        Map<String, String> owners = new HashMap<>();
        there.forEach(known -> owners.put(known.name(), known.plugin()));
        for (FromPlugin<T> added : brought) {
            String owner = owners.putIfAbsent(added.name(), added.plugin());
            if (owner != null) {
                return Optional.of("brings the %s provider '%s', but plugin '%s' has one of this name"
                        .formatted(kind, added.name(), owner));
            }
        }
        return Optional.empty();
    }

    private <T> Stream<T> all(Function<PluginEngine.Brought, List<T>> kind) {
        return running.stream().flatMap(one -> kind.apply(one.brought()).stream());
    }
}
