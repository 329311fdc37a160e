package io.personaagent.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something when the process is told to end, and holds the end up until this is closed, but not for long. */
final class OnInterrupt implements AutoCloseable {

    private static final int MOST_SECONDS = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private OnInterrupt(Runnable work) {
        this.hook = new Thread(
                () -> {
                    work.run();
                    await();
                },
                "on-interrupt");
    }

    static OnInterrupt does(Runnable work) {
        OnInterrupt interrupt = new OnInterrupt(work);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void await() {
        try {
            if (!closed.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (hook.getState() == Thread.State.NEW) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends at this moment, and has its hook already.
            hook.interrupt();
        }
    }
}
