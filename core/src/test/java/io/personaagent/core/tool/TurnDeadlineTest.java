package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TurnDeadlineTest {

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5); // wraps, as System.nanoTime may
    private final TurnDeadline deadline = TurnDeadline.in(Duration.ofSeconds(2), nanoTime::get);

    @Test
    void left_runsDownToZeroAndNoFurther() {
        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(2));

        nanoTime.addAndGet(1_500_000_000);
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(500));
        assertThat(deadline.over()).isFalse();

        nanoTime.addAndGet(1_500_000_000);
        assertThat(deadline.left()).isEqualTo(Duration.ZERO);
        assertThat(deadline.over()).isTrue();
        assertThat(deadline.cancelled()).isFalse();
    }

    @Test
    void cancel_endsTheTimeAtOnce() {
        deadline.cancel();

        assertThat(deadline.left()).isEqualTo(Duration.ZERO);
        assertThat(deadline.cancelled()).isTrue();
    }

    @Test
    void part_isTheShorterOfTheTwo() {
        assertThat(deadline.part(Duration.ofSeconds(1)).left()).isEqualTo(Duration.ofSeconds(1));
        assertThat(deadline.part(Duration.ofSeconds(30)).left()).isEqualTo(Duration.ofSeconds(2));
    }
}
