package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimilarRoutesTest {

    private static final SlotReader READER = new SlotReader(LocalDate.of(2026, 11, 21));

    private final WordBagModel model = new WordBagModel();

    @Test
    void find_embedsNothingThatSharesNoWord() {
        assertThat(find("show the balcony", lamp(Effect.READ))).isEmpty();
        assertThat(find("My red garden lamp is broken", lamp(Effect.READ))).isEmpty();
        assertThat(model.embedded()).isZero();
    }

    @Test
    void find_needsMoreToChangeSomethingThanToRead() {
        assertThat(find("show red garden light", lamp(Effect.READ))).contains("lamp");
        assertThat(find("show red garden light", lamp(Effect.WRITE))).isEmpty();
        assertThat(find("show red garden lamp", lamp(Effect.WRITE))).contains("lamp");
        assertThat(find("show red garden light", lamp(Effect.EXTERNAL))).isEmpty();
    }

    @Test
    void find_doesNotChooseBetweenEquals() {
        ToolSpec other =
                EverydayTools.tool("other", Effect.READ, schema -> schema.required(List.of()), "show red garden lamp");

        assertThat(find("show red garden light", lamp(Effect.READ), other)).isEmpty();
    }

    @Test
    void find_takesNoQuestionForAnOrder() {
        assertThat(find("is the red garden lamp on?", lamp(Effect.WRITE))).isEmpty();
        assertThat(find("show red garden lamp " + "please ".repeat(60) + "now", lamp(Effect.READ)))
                .isEmpty();
    }

    private Optional<String> find(String message, ToolSpec... tools) {
        SimilarRoutes routes =
                new SimilarRoutes(new Vectors(model.embedder()), new ReflexSettings(0.7, 0.9, 0.02, 0.5));
        return routes.find(message, List.of(tools), READER)
                .map(route -> route.spec().name());
    }

    private static ToolSpec lamp(Effect effect) {
        return EverydayTools.tool("lamp", effect, schema -> schema.required(List.of()), "show red garden lamp");
    }
}
