package io.personaagent.core.plugin;

import io.personaagent.core.plugin.PluginInfo.State;
import io.personaagent.core.plugin.Roster.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from what runs to what was found: stops what is gone or changed, then starts what is new, all at the same time. */
final class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final Roster before;
    private final List<PluginInfo> found;
    private final Duration limit;
    private final List<Running> running = new ArrayList<>();

    private Renewal(Roster before, List<PluginInfo> found, Duration limit) {
        this.before = before;
        this.found = found;
        this.limit = limit;
    }

    static Roster of(Roster before, List<PluginInfo> found, Duration limit) {
        return new Renewal(before, found, limit).made();
    }

    /** Stops all, the last one first. */
    static void stop(Roster roster) {
        for (int at = roster.running().size() - 1; at >= 0; at--) {
            stop(roster.running().get(at).start());
        }
    }

    private Roster made() {
        stopOutdated();
        Map<PluginInfo, PluginStart> starts = new HashMap<>();
        found.stream()
                .filter(plugin -> plugin.isReady()
                        && kept(plugin.id()).isEmpty()
                        && brokenBefore(plugin).isEmpty())
                .forEach(ready -> starts.put(ready, PluginStart.of(ready, limit)));
        List<PluginInfo> told = new ArrayList<>();
        for (PluginInfo plugin : found) {
            PluginStart start = starts.get(plugin);
            told.add(start == null ? unstarted(plugin) : outcome(start));
        }
        running.stream()
                .filter(one -> told.stream()
                        .noneMatch(plugin -> plugin.id().equals(one.plugin().id())))
                .forEach(one -> told.add(outstaying(one, "was removed")));
        return new Roster(told, running);
    }

    private void stopOutdated() {
        List<Running> outdated = new ArrayList<>();
        for (Running one : before.running()) {
            boolean current = found.stream().anyMatch(plugin -> plugin.isReady() && one.runs(plugin));
            (current || one.stays() ? running : outdated).add(one);
        }
        stop(new Roster(List.of(), outdated));
    }

    private Optional<Running> kept(String id) {
        return running.stream().filter(one -> one.plugin().id().equals(id)).findFirst();
    }

    /** One that broke would break again, and one that hung would hold up who asks again. */
    private Optional<PluginInfo> brokenBefore(PluginInfo plugin) {
        return before.plugins().stream()
                .filter(old -> old.state() == State.FAILED && old.file().equals(plugin.file()))
                .findFirst();
    }

    private PluginInfo unstarted(PluginInfo plugin) {
        if (!plugin.isReady()) {
            return plugin;
        }
        return kept(plugin.id())
                .map(one -> one.runs(plugin) ? started(one) : outstaying(one, "has a newer jar"))
                .or(() -> brokenBefore(plugin))
                .orElse(plugin);
    }

    private PluginInfo outcome(PluginStart start) {
        PluginInfo plugin = start.plugin();
        PluginEngine.Brought brought;
        try {
            brought = start.await();
        } catch (PluginException broke) {
            stop(start);
            return plugin.failed(String.valueOf(broke.getMessage()));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return plugin.failed("was interrupted while it started");
        }
        Optional<String> collision = new Roster(List.of(), running).collision(brought);
        if (collision.isPresent()) {
            stop(start);
            return plugin.refused(collision.get());
        }
        running.add(new Running(start, brought));
        return started(running.get(running.size() - 1));
    }

    private static PluginInfo started(Running one) {
        return one.plugin().started(offered(one), "");
    }

    private static PluginInfo outstaying(Running one, String why) {
        return one.plugin()
                .started(
                        offered(one),
                        "%s; it brings a memory backend, which may be in use, so the old one runs until the program ends"
                                .formatted(why));
    }

    private static PluginInfo.Offered offered(Running one) {
        return new PluginInfo.Offered(
                names(one.brought().tools()), names(one.brought().memories()));
    }

    private static <T> List<String> names(List<FromPlugin<T>> brought) {
        return brought.stream().map(FromPlugin::name).toList();
    }

    private static void stop(PluginStart start) {
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
}
