package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.wiring.HouseholdSource;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongProgressTest {

    private final StringWriter told = new StringWriter();
    private Duration now = Duration.ofHours(1);

    @Test
    void lines_areOneForEachTenth_withAnEstimate() {
        LongProgress lines = new LongProgress.Lines(door(), () -> now.toNanos());

        after(Duration.ofSeconds(30), lines, 1, 100);
        after(Duration.ofSeconds(30), lines, 10, 100);
        after(Duration.ofSeconds(0), lines, 11, 100);
        after(Duration.ofSeconds(60), lines, 55, 100);
        after(Duration.ofSeconds(100), lines, 98, 100);
        after(Duration.ofSeconds(10), lines, 100, 100);

        assertThat(told.toString().lines())
                .containsExactly("10 %, about 9 min left", "50 %, about 98 s left", "90 %", "100 %");
    }

    @Test
    void lines_ofNothing_areNone() {
        LongProgress lines = new LongProgress.Lines(door(), () -> now.toNanos());

        lines.at(0, 0);

        assertThat(told.toString()).isEmpty();
    }

    private void after(Duration more, LongProgress lines, long done, long all) {
        now = now.plus(more);
        lines.at(done, all);
    }

    private Door door() {
        PrintWriter err = new PrintWriter(told);
        Streams streams = new Streams(InputStream.nullInputStream(), new PrintWriter(new StringWriter()), err, false);
        return new Door(streams, new HomeOptions(Map.of()), new HouseholdSource(Map.of(), Clock.systemUTC()));
    }
}
