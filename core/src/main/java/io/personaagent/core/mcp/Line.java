package io.personaagent.core.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.personaagent.tools.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The way to a server: opened when it is needed, again when it broke, each time after a longer pause. Thread-safe. */
final class Line implements AutoCloseable {

    private static final int LONGEST_PAUSE = 60;

    private final Reach reach;
    private final Map<String, String> environment;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean stale = new AtomicBoolean();
    private volatile @Nullable Connection connection;
    private volatile String trouble = "";
    private volatile boolean closed;
    private final AtomicInteger failures = new AtomicInteger();
    private long notBefore;

    /** @param nanoTime a clock that only ever goes forward */
    Line(Reach reach, Map<String, String> environment, LongSupplier nanoTime) {
        this.reach = reach;
        this.environment = Map.copyOf(environment);
        this.nanoTime = nanoTime;
    }

    Optional<String> trouble() {
        return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
    }

    long version() {
        return trouble.hashCode();
    }

    /** Sees to it that the server runs, and tells what it declares if that was not told yet or may have changed. */
    void ready(Duration atMost, Consumer<List<Declared>> declared) throws CallFailed {
        inTurn(() -> {
            Connection open = connection;
            if (open == null || !open.isOpen()) {
                declared.accept(opened(atMost).tools(atMost));
            } else if (stale.getAndSet(false)) {
                declared.accept(open.tools(atMost));
            }
        });
    }

    /** The same, also where nothing seems to have changed. */
    void look(Duration atMost, Consumer<List<Declared>> declared) throws CallFailed {
        inTurn(() -> {
            Connection open = connection;
            declared.accept((open == null || !open.isOpen() ? opened(atMost) : open).tools(atMost));
        });
    }

    CallToolResult call(String tool, Map<String, Object> arguments, Duration atMost) throws CallFailed {
        Connection open = connection;
        if (open == null) {
            throw new CallFailed(Fault.WORLD, "it was closed");
        }
        CallToolResult result = open.call(tool, arguments, atMost);
        failures.set(0);
        return result;
    }

    @Override
    public void close() {
        closed = true;
        Connection open = connection;
        if (open != null) {
            open.close();
        }
    }

    private interface Work {
        void run() throws CallFailed;
    }

    private void inTurn(Work work) throws CallFailed {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CallFailed(Fault.CALLER, "cancelled");
        }
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private Connection opened(Duration atMost) throws CallFailed {
        if (closed) {
            throw new CallFailed(Fault.WORLD, "it was closed");
        }
        long pause = notBefore - nanoTime.getAsLong();
        if (failures.get() > 1 && pause > 0) {
            throw new CallFailed(
                    Fault.WORLD,
                    "%s; it is started again in %d s"
                            .formatted(lastTrouble(), Duration.ofNanos(pause).toSeconds() + 1));
        }
        int tried = failures.incrementAndGet();
        notBefore = nanoTime.getAsLong() + Duration.ofSeconds(pauseAfter(tried)).toNanos();
        try {
            Connection opened = Connection.open(reach, environment, () -> stale.set(true), atMost);
            connection = opened;
            trouble = "";
            if (closed) {
                opened.close();
            }
            return opened;
        } catch (CallFailed cannot) {
            trouble = cannot.words();
            throw cannot;
        }
    }

    private String lastTrouble() {
        Connection last = connection;
        return trouble.isEmpty() && last != null ? last.end() : trouble;
    }

    private static long pauseAfter(int failures) {
        return Math.min(LONGEST_PAUSE, 1L << Math.min(failures, 10));
    }
}
