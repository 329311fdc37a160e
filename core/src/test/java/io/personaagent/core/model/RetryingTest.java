package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.model.ModelSettings.Timeouts;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryingTest {

    private final List<Duration> bounds = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Retrying retrying = new Retrying(
            new Stamina(3, Duration.ofSeconds(20)),
            new Pauses(new Chance(), Clock.fixed(RemoteModels.NOW, ZoneOffset.UTC)),
            tally);
    private int attempts;

    /** Always the shortest pause; notes how long it could have been. */
    private final class Chance implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            bounds.add(Duration.ofNanos(bound - 1));
            return 0;
        }
    }

    @Test
    void call_mayWaitTwiceAsLongEachTime() {
        assertThatThrownBy(() -> retrying.call(within(Duration.ofMinutes(1)), () -> failing(new IOException("gone"))))
                .isInstanceOf(ResetException.class);

        assertThat(bounds)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(attempts).isEqualTo(4);
        assertThat(tally.counts().retries()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"21, 60", "5, 4"})
    void call_doesNotWaitLongerThanItMay(String retryAfter, int secondsLeft) {
        assertThatThrownBy(() -> retrying.call(
                        within(Duration.ofSeconds(secondsLeft)),
                        () -> failing(new RefusedException(429, "", retryAfter))))
                .isInstanceOf(RefusedException.class);

        assertThat(attempts).isEqualTo(1);
        assertThat(tally.counts().retries()).isZero();
    }

    @Test
    void call_isNotMadeAgain_whereThatCannotHelp() {
        for (Exception failure : List.of(
                new RefusedException(400, "", ""),
                new RefusedException(404, "", "0"),
                new ConnectException("refused"),
                new LateException(LateException.Limit.FIRST_BYTE, Duration.ofSeconds(30)))) {
            assertThatThrownBy(() -> retrying.call(within(Duration.ofMinutes(1)), () -> failing(failure)))
                    .isSameAs(failure);
        }

        assertThat(attempts).isEqualTo(4);
    }

    @Test
    void call_endsAPauseAtOnceWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> retrying.call(
                        within(Duration.ofMinutes(1)), () -> failing(new RefusedException(429, "", "15"))))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(attempts).isEqualTo(1);
    }

    private String failing(Exception failure) throws IOException {
        attempts++;
        if (failure instanceof RefusedException refusal) {
            throw refusal;
        }
        throw (IOException) failure;
    }

    private static Stopwatch within(Duration left) {
        return Stopwatch.ofStream(Timeouts.USUAL, left, () -> 0);
    }
}
