package io.personaagent.core.guard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call on a daemon thread of its own, awaited for as long as the caller likes and then abandoned.
 *
 * <p>Thread-safe. What an abandoned call returns later is discarded; its thread may live on, but does not keep the program alive.
 */
public final class GuardedCall<T> {

    private final FutureTask<T> task;
    private final Thread thread;

    private GuardedCall(FutureTask<T> task, Thread thread) {
        this.task = task;
        this.thread = thread;
    }

    /**
     * Starts it.
     *
     * @param name what the thread is called
     * @param context the thread's context class loader: that of the code that is called
     */
    public static <T> GuardedCall<T> start(String name, ClassLoader context, Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(requireNonNull(body, "body"));
        Thread thread = new Thread(task, requireNonNull(name, "name"));
        thread.setDaemon(true);
        thread.setContextClassLoader(requireNonNull(context, "context"));
        thread.start();
        return new GuardedCall<>(task, thread);
    }

    /**
     * Waits for the end.
     *
     * @return empty when it has not ended within the time
     */
    public Optional<Ending<T>> await(Duration atMost) throws InterruptedException {
        try {
            return Optional.of(new Ending.Returned<>(task.get(atMost.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (ExecutionException thrown) {
            return Optional.of(new Ending.Threw<>(requireNonNull(thrown.getCause(), "cause")));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        }
    }

    /** Gives it up: interrupts its thread and discards what it may still return. */
    public void abandon() {
        task.cancel(true);
    }

    /** Whether its thread still lives, abandoned or not. */
    public boolean running() {
        return thread.isAlive();
    }
}
