package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReflexSettingsTest {

    @Test
    void new_saysWhatIsWrong() {
        assertThatThrownBy(() -> new ReflexSettings(0.7, 0.8, 0.1, 1.5))
                .hasMessage("confidence is 1.5, but must be from 0 to 1");
        assertThatThrownBy(() -> new ReflexSettings(Double.NaN, 0.8, 0.1, 0.5))
                .hasMessage("read is NaN, but must be from 0 to 1");
        assertThatThrownBy(() -> new ReflexSettings(0.8, 0.7, 0.1, 0.5))
                .hasMessage("write is 0.7, but must be at least read (0.8)");
        assertThatThrownBy(() -> new ReflexSettings(0.7, 0.8, 0.75, 0.5))
                .hasMessage("ask is 0.75, but must be at most read (0.7)");
    }
}
