package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.model.LateException.Limit;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    private final AtomicLong now = new AtomicLong(5);

    @Test
    void next_isTheFirstByte_thenSilence_thenTheWhole() {
        Stopwatch stopwatch = Stopwatch.ofStream(Timeouts.USUAL, Within.FOREVER, now::get);

        passes(10);
        assertThat(stopwatch.next()).isEqualTo(wait(Limit.FIRST_BYTE, 30, 20));

        stopwatch.heard();
        passes(10);
        assertThat(stopwatch.next()).isEqualTo(wait(Limit.IDLE, 30, 20));

        passes(85);
        stopwatch.heard();
        assertThat(stopwatch.next()).isEqualTo(wait(Limit.TOTAL, 120, 15));
    }

    @Test
    void next_beginsAnewWithEachAttempt_butTheWholeDoesNot() {
        Stopwatch stopwatch = Stopwatch.ofStream(Timeouts.USUAL, Within.FOREVER, now::get);

        passes(29);
        stopwatch.attempt();
        assertThat(stopwatch.next()).isEqualTo(wait(Limit.FIRST_BYTE, 30, 30));
        assertThat(stopwatch.left()).isEqualTo(Duration.ofSeconds(91));

        passes(71);
        stopwatch.attempt();
        assertThat(stopwatch.next()).isEqualTo(wait(Limit.TOTAL, 120, 20));
    }

    @Test
    void next_neverLastsLongerThanTheTurn() {
        Stopwatch stopwatch = Stopwatch.ofStream(Timeouts.USUAL, Duration.ofSeconds(12), now::get);

        passes(7);

        assertThat(stopwatch.next()).isEqualTo(wait(Limit.TURN, 12, 5));
    }

    @Test
    void next_ofAnAnswerInOnePiece_isTheWholeUntilItBegins() {
        Stopwatch stopwatch = Stopwatch.ofWhole(Timeouts.USUAL, Within.FOREVER, now::get);

        passes(100);
        assertThat(stopwatch.next()).isEqualTo(wait(Limit.TOTAL, 120, 20));

        passes(-60);
        stopwatch.heard();
        assertThat(stopwatch.next()).isEqualTo(wait(Limit.IDLE, 30, 30));
    }

    private void passes(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private static Stopwatch.Wait wait(Limit limit, long allowed, long left) {
        return new Stopwatch.Wait(limit, Duration.ofSeconds(allowed), Duration.ofSeconds(left));
    }
}
