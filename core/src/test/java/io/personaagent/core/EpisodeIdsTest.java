package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpisodeIdsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T23:30:05Z"), ZoneId.of("Asia/Tokyo"));

    @Test
    void next_isTheTimeInUtcAndChance() {
        assertThat(new EpisodeIds(CLOCK, new Random(1)).next().value()).matches("20261120-233005-[a-z2-9]{5}");
    }

    @Test
    void next_differsWithinASecond() {
        EpisodeIds ids = new EpisodeIds(CLOCK, new Random(1));
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            made.add(ids.next().value());
        }

        assertThat(made).hasSize(100);
    }
}
