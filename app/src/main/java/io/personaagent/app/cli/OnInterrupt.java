package io.personaagent.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does something when the process is told to end, and holds the end up until the work is done, but not for long. */
final class OnInterrupt {

    private static final int MOST_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private OnInterrupt(Runnable reaction) {
        this.hook = new Thread(
                () -> {
                    reaction.run();
                    await();
                },
                "on-interrupt");
    }

    static OnInterrupt does(Runnable reaction) {
        return new OnInterrupt(reaction);
    }

    <T> T during(Supplier<T> work) {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            done.countDown();
            removeHook();
        }
    }

    private void await() {
        try {
            if (!done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
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
