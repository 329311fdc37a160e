package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.Use;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private static final Permission MEMORY = new Permission(Permission.Kind.MEMORY, "");
    private static final Permission NETWORK = new Permission(Permission.Kind.NETWORK, "example.org");

    private final Errand asked = new Errand(
            TurnDeadline.in(Duration.ofMinutes(1)),
            Use.of(Purpose.MODEL, "Where are my pills?"),
            Witness.none(),
            Pause.notKept());

    @Test
    void useBy_aToolOfAModelsPlanner_isWhatBothMaySee() {
        assertThat(asked.useBy(spec(Effect.READ).needing(MEMORY)))
                .isEqualTo(Use.of(Purpose.MODEL, "Where are my pills?").and(Purpose.TOOL));
    }

    @Test
    void useBy_aToolThatReachesTheNetworkOrActsOutside_isOutside() {
        assertThat(asked.useBy(spec(Effect.READ).needing(MEMORY, NETWORK)).purposes())
                .containsExactlyInAnyOrder(Purpose.MODEL, Purpose.OUTSIDE);
        assertThat(asked.useBy(spec(Effect.EXTERNAL).needing(MEMORY)).purposes())
                .containsExactlyInAnyOrder(Purpose.MODEL, Purpose.OUTSIDE);
    }

    @Test
    void within_aDeadlineOnly_asksNothing() {
        assertThat(Errand.within(TurnDeadline.in(Duration.ZERO)).use()).isEqualTo(Use.of(Purpose.TOOL, ""));
    }

    private static ToolSpec spec(Effect effect) {
        return ToolSpec.of(
                ToolSpecification.builder()
                        .name("find")
                        .description("Finds something.")
                        .build(),
                effect);
    }
}
