package io.personaagent.memory.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"e1", "!", "~", "conv-26/D1:3", "a\"b'c"})
    void printableAscii_isAnId(String value) {
        assertThat(new EpisodeId(value)).hasToString(value);
    }

    @Test
    void length_isLimited() {
        assertThat(new EpisodeId("x".repeat(128)).value()).hasSize(128);
        assertThatThrownBy(() -> new EpisodeId("x".repeat(129)))
                .hasMessage(
                        "episode id '%s' is not usable; it must be 1 to 128 printable ASCII characters without blanks"
                                .formatted("x".repeat(129)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|''", "'a b'|'a b'", "'\u4f60\u597d'|'\u4f60\u597d'", "'a\nb'|'a?b'", "'\u001b[31m'|'?[31m'"})
    void anythingElse_isRefused_andShownWithoutControls(String value, String shown) {
        assertThatThrownBy(() -> new EpisodeId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "episode id '%s' is not usable; it must be 1 to 128 printable ASCII characters without blanks"
                                .formatted(shown));
    }

    @Test
    void order_isThatOfTheText() {
        assertThat(new EpisodeId("a")).isLessThan(new EpisodeId("b")).isGreaterThan(new EpisodeId("B"));
    }
}
