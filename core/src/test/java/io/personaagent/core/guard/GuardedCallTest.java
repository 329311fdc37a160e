package io.personaagent.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GuardedCallTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void await_tellsWhatItReturnedOrThrew() throws InterruptedException {
        Error error = new Error("boom");

        assertThat(start(() -> "tea").await(LONG)).contains(new Ending.Returned<>("tea"));
        assertThat(start(() -> {
                            throw error;
                        })
                        .await(LONG))
                .contains(new Ending.Threw<>(error));
    }

    @Test
    void await_isEmptyBeforeTheEndAndAbandonInterrupts() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        GuardedCall<String> call = start(() -> {
            try {
                never.await();
            } catch (InterruptedException asked) {
                interrupted.countDown();
            }
            return "late";
        });

        assertThat(call.await(Duration.ofMillis(50))).isEmpty();
        assertThat(call.running()).isTrue();
        call.abandon();

        interrupted.await();
    }

    @Test
    void start_setsNameDaemonAndContextClassLoader() throws Exception {
        try (URLClassLoader context = new URLClassLoader(new URL[0])) {
            GuardedCall<String> call = GuardedCall.start("tool-tea", context, () -> {
                Thread own = Thread.currentThread();
                return own.getName() + " " + own.isDaemon() + " " + (own.getContextClassLoader() == context);
            });

            assertThat(call.await(LONG)).contains(new Ending.Returned<>("tool-tea true true"));
        }
    }

    @Test
    void describe_survivesAThrowableThatBreaksItself() {
        @SuppressWarnings("serial")
        class Vicious extends RuntimeException {
            @Override
            public String getMessage() {
                throw new IllegalStateException("gotcha");
            }
        }

        assertThat(Ending.describe(new Vicious())).endsWith("Vicious");
        assertThat(Ending.describe(new IllegalStateException("a\n  b")))
                .isEqualTo("java.lang.IllegalStateException: a b");
        assertThat(Ending.describe(new IllegalStateException("x".repeat(9999)))).hasSize(503);
    }

    private static GuardedCall<String> start(java.util.concurrent.Callable<String> body) {
        return GuardedCall.start("test", GuardedCallTest.class.getClassLoader(), body);
    }
}
