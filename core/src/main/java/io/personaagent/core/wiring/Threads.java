package io.personaagent.core.wiring;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is made ready in the background. Thread-safe. */
final class Threads {

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();

    /** What goes wrong in the background goes wrong again for who asks, and is told then. */
    void start(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failed) {
                        LOG.debug("{} could not be made ready", name, failed);
                    }
                },
                name);
        thread.setDaemon(true);
        started.add(thread);
        thread.start();
    }

    /** Waits for all of them: a process that ends while native code is set up crashes on its way out. */
    void awaitEnd() {
        started.forEach(Threads::awaitEnd);
    }

    /** An interruption does not shorten the wait; it is kept for who sent it. */
    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
