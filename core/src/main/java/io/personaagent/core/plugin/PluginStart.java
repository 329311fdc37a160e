package io.personaagent.core.plugin;

import io.personaagent.core.guard.Ending;
import io.personaagent.core.guard.GuardedCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** One plugin on its way: started on a thread of its own, awaited for a limited time, stopped the same way. */
final class PluginStart {

    private final PluginInfo plugin;
    private final PluginEngine engine;
    private final GuardedCall<PluginEngine.Brought> call;

    private final Duration limit;
    private final long began = System.nanoTime();

    private PluginStart(PluginInfo plugin, PluginEngine engine, Duration limit) {
        this.plugin = plugin;
        this.engine = engine;
        this.limit = limit;
        this.call = GuardedCall.start("plugin-" + plugin.id(), PluginStart.class.getClassLoader(), engine::run);
    }

    /** Starts it now; it has this long to start, and later to stop. */
    static PluginStart of(PluginInfo ready, Duration limit) {
        return new PluginStart(ready, new PluginEngine(ready.file().path()), limit);
    }

    PluginInfo plugin() {
        return plugin;
    }

    /**
     * What it brought.
     *
     * @throws PluginException saying why it brought nothing
     */
    PluginEngine.Brought await() throws InterruptedException {
        Duration left = limit.minusNanos(System.nanoTime() - began);
        Optional<Ending<PluginEngine.Brought>> ending = call.await(left.isNegative() ? Duration.ZERO : left);
        if (ending.isEmpty()) {
            call.abandon();
            throw new PluginException("did not start within %s s and was abandoned".formatted(seconds(limit)));
        }
        return ending.get().fold(brought -> brought, cause -> {
            throw cause instanceof PluginException known
                    ? known
                    : new PluginException("broke while it was loaded: " + Ending.describe(cause), cause);
        });
    }

    /** Stops it and closes its jar, as far as that can be done within its limit; tells what went wrong. */
    Optional<String> stop() throws InterruptedException {
        ClassLoader context = PluginStart.class.getClassLoader();
        GuardedCall<Boolean> stopping = GuardedCall.start("stop-" + plugin.id(), context, () -> {
            engine.halt();
            return true;
        });
        Optional<Ending<Boolean>> ending = stopping.await(limit);
        stopping.abandon();
        return ending.isEmpty()
                ? Optional.of("not within %s s".formatted(seconds(limit)))
                : ending.get().fold(done -> Optional.empty(), broke -> Optional.of(Ending.describe(broke)));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
