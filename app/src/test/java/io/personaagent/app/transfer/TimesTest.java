package io.personaagent.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:30:00Z,          2026-11-20T09:30:00Z",
        "2026-11-20T09:30:00.123Z,      2026-11-20T09:30:00.123Z",
        "2026-11-20T09:30:00+05:30,     2026-11-20T04:00:00Z",
        "2026-11-20T09:30+01:00,        2026-11-20T08:30:00Z",
        "2026-11-20T09:30,              2026-11-20T08:30:00Z",
        "2026-07-20T09:30:15,           2026-07-20T07:30:15Z",
        "2026-11-20,                    2026-11-20T11:00:00Z"
    })
    void read_takesWhatPeopleWrite(String text, Instant expected) {
        assertThat(Times.read(text, OSLO)).isEqualTo(expected);
        assertThat(Times.read("  " + text + " ", OSLO)).isEqualTo(expected);
    }

    @Test
    void read_anHourThatTheClockLeftOut_isTheOneAfter() {
        assertThat(Times.read("2026-03-29T02:30", OSLO)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "20.11.2026", "2026-02-30", "2026-11-20 09:30", "1763631000", "٢٠٢٦-١١-٢٠"})
    void read_anythingElse_isRefused(String text) {
        assertThatThrownBy(() -> Times.read(text, OSLO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "field 'happened' is '%s'; expected a time such as 2026-11-20T09:30:00Z, 2026-11-20T09:30 or 2026-11-20",
                        text);
    }
}
