package io.personaagent.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuietTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Quiet quiet = new Quiet(Duration.ofMillis(3), now::get);

    @Test
    void await_doesNotWait_whereNobodyHasBeenAnswered() {
        quiet.await();
    }

    @Test
    void await_waitsForTheTurnAndARestAfterIt() throws Exception {
        quiet.begin();
        CompletableFuture<Void> step = CompletableFuture.runAsync(quiet::await);

        quiet.end();
        assertThat(step).as("the clock stands still, so nobody has rested").isNotDone();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(3));

        step.get(10, TimeUnit.SECONDS);
    }

    @Test
    void await_isCancelledByAnInterrupt() {
        quiet.begin();
        Thread.currentThread().interrupt();

        assertThatThrownBy(quiet::await).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
