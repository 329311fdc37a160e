package io.personaagent.app.eval.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class ReplayedClockTest {

    @Test
    void withZone_showsTheSameTimeElsewhere_alsoWhenItGoesOn() {
        ReplayedClock clock = new ReplayedClock();
        Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.set(Instant.parse("2026-11-21T20:00:00Z"));

        assertThat(ZonedDateTime.now(tokyo)).isEqualTo(ZonedDateTime.parse("2026-11-22T05:00+09:00[Asia/Tokyo]"));
        assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
