package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    private static final Clock CLOCK = Clock.fixed(RemoteModels.NOW, ZoneOffset.UTC);

    private final Pauses none = new Pauses(() -> 0, CLOCK);

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 8000", "6, 8000", "60, 8000"})
    void after_isAnywhereUpToABoundThatDoubles(int failed, long bound) {
        Pauses pauses = new Pauses(new Random(7), CLOCK);

        Duration shortest = Duration.ofHours(1);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 1000; i++) {
            Duration pause = pauses.after(failed, "");
            shortest = pause.compareTo(shortest) < 0 ? pause : shortest;
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }

        assertThat(longest).isBetween(Duration.ofMillis(bound * 9 / 10), Duration.ofMillis(bound));
        assertThat(shortest).isBetween(Duration.ZERO, Duration.ofMillis(bound / 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3",
                " 0 | 0",
                "999999 | 999999",
                "Sat, 21 Nov 2026 12:00:09 GMT | 9",
                "Sat, 21 Nov 2026 11:00:00 GMT | 0",
                "soon | 0",
                "-5 | 0",
                "99999999999999999999 | 0"
            })
    void after_isNoShorterThanTheServerAsks(String retryAfter, long seconds) {
        assertThat(none.after(1, retryAfter)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void after_isJitterWhereTheServerAsksForLess() {
        Pauses longest = new Pauses(() -> Long.MAX_VALUE, CLOCK);

        assertThat(longest.after(1, "0")).isPositive().isLessThanOrEqualTo(Duration.ofMillis(500));
    }
}
