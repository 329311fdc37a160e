package io.personaagent.memory.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.Feedback.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FeedbackTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.999999Z");

    @Test
    void corrected_cleansItsText_andCutsItsTimeToTheMillisecond() {
        Feedback feedback = Feedback.corrected("cafe\u0301 \uD800", NOON);

        assertThat(feedback)
                .isEqualTo(
                        new Feedback(Verdict.CORRECTED, "caf\u00e9 \uFFFD", Instant.parse("2026-03-01T12:00:00.999Z")));
    }

    @Test
    void corrected_withoutText_isRefused() {
        assertThatThrownBy(() -> Feedback.corrected(" \n", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a correction needs the right answer as text");
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = "CORRECTED", mode = Mode.EXCLUDE)
    void otherVerdicts_carryNoText(Verdict verdict) {
        assertThatThrownBy(() -> new Feedback(verdict, "no, tea", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only a correction carries text");
    }
}
