package io.personaagent.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.config.Settings;
import io.personaagent.core.plan.Telling;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void of_leavesRoomForTheAnswer() {
        assertThat(of(Map.of())).isEqualTo(new Telling(8192, 128_000 - 1024));
        assertThat(of(Map.of("model.context_tokens", "8192", "model.max_output_tokens", "192")))
                .isEqualTo(new Telling(8192, 8_000));
    }

    @Test
    void of_aModelThatMustAnswerLongerThanItsContext_isAsLittleAsThereCanBe() {
        assertThat(of(Map.of("model.context_tokens", "1000")).context()).isEqualTo(1);
    }

    @Test
    void of_takesTheLeast_ofTheOneThatPlansAndThoseThatStandIn() {
        Telling telling = of(Map.of(
                "plan.model", "large",
                "models.large.context_tokens", "200000",
                "models.large.fallback", "small",
                "models.small.context_tokens", "9024",
                "models.small.fallback", "large",
                "models.other.context_tokens", "2000"));

        assertThat(telling.context()).isEqualTo(8_000);
    }

    @Test
    void of_whereOnlyNamedModelsAre_goesByTheFirst() {
        assertThat(of(Map.of("models.b.context_tokens", "2024", "models.a.context_tokens", "5024"))
                        .context())
                .isEqualTo(4_000);
    }

    private static Telling of(Map<String, String> settings) {
        return Window.of(Settings.of(settings, Map.of(), "test"));
    }
}
