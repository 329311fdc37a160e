package io.personaagent.plugins.web;

import io.personaagent.tools.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends what takes too long: a server that sends a byte now and then keeps every limit between two bytes. One for each connection. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    Patience(Duration left, Runnable end) {
        Thread waiting = new Thread(() -> await(left, end), "web-patience");
        waiting.setDaemon(true);
        waiting.start();
    }

    static Duration left(Deadline deadline) {
        return deadline.left().compareTo(LONGEST) < 0 ? deadline.left() : LONGEST;
    }

    /** It did not take too long. */
    void over() {
        over.countDown();
    }

    /** It took too long. */
    boolean ended() {
        return ended.get();
    }

    private void await(Duration left, Runnable end) {
        try {
            if (!over.await(left.toMillis(), TimeUnit.MILLISECONDS)) {
                ended.set(true);
                end.run();
            }
        } catch (InterruptedException stopped) {
            end.run();
            Thread.currentThread().interrupt();
        }
    }
}
