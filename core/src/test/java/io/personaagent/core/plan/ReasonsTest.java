package io.personaagent.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.personaagent.core.plan.Sources.Source;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Because.Reason;
import io.personaagent.core.turn.Ground;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {

    private static final Ground UNITS = new Ground(Ground.Kind.STATEMENT, "units-1");
    private static final Ground SAID = new Ground(Ground.Kind.MEMORY, "e1");
    private static final Sources SOURCES = new Sources(Map.of(
            "s1", new Source(UNITS, "Thinks in km and litres.", List.of()),
            "m1", new Source(SAID, "I run marathons.", List.of())));

    @Test
    void asked_hasOneMoreOptionalText_andOtherwiseStaysAsItIs() {
        ToolSpec convert = spec(JsonObjectSchema.builder()
                .addStringProperty("quantity", "what")
                .addStringProperty("unit")
                .required("quantity")
                .description("the call")
                .additionalProperties(false)
                .build());

        ToolSpecification asked = Reasons.asked(convert);

        assertThat(asked.name()).isEqualTo("convert");
        assertThat(asked.description()).isEqualTo(convert.description());
        assertThat(asked.parameters().properties().keySet()).containsExactly("quantity", "unit", "_because");
        assertThat(asked.parameters().properties().get("_because")).isInstanceOf(JsonStringSchema.class);
        assertThat(asked.parameters().required()).containsExactly("quantity");
        assertThat(asked.parameters().additionalProperties()).isFalse();
        assertThat(asked.parameters().description()).isEqualTo("the call");
    }

    @Test
    void asked_leavesAToolWithoutArguments_andOneThatHasSuchAnArgument() {
        ToolSpec none = spec(JsonObjectSchema.builder().build());
        ToolSpec own =
                spec(JsonObjectSchema.builder().addStringProperty("_because").build());

        assertThat(Reasons.asked(none)).isSameAs(none.function());
        assertThat(Reasons.asked(own)).isSameAs(own.function());
        assertThat(Reasons.isOwn(own)).isTrue();
    }

    @Test
    void read_saysWhatDecidedWhichArgument_andWhetherItStandsThere() {
        Arguments written =
                Arguments.of(Map.of("quantity", "26.2 miles", "unit", "km", "_because", "unit=s1, quantity = m1"));

        assertThat(Reasons.read(written, SOURCES))
                .isEqualTo(
                        new Because(List.of(new Reason("unit", UNITS, true), new Reason("quantity", SAID, false)), 0));
        assertThat(Reasons.without(written).asMap()).containsOnlyKeys("quantity", "unit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit=s1",
                "unit: s1",
                "unit = [s1]",
                "{\"unit\": \"s1\"}",
                "{'unit': ['s1']}",
                "unit=s1 and unit=s1"
            })
    void read_understandsSeveralWaysToWriteIt(String because) {
        Arguments written = Arguments.of(Map.of("unit", "km", "_because", because));

        assertThat(Reasons.read(written, SOURCES).reasons()).containsExactly(new Reason("unit", UNITS, true));
    }

    @Test
    void read_understandsAnObjectAndAList() {
        Arguments object = Arguments.of(Map.of("unit", "km", "_because", Map.of("unit", List.of("s1"))));
        Arguments list = Arguments.of(Map.of("unit", "km", "_because", List.of("unit=s1", "m1")));

        assertThat(Reasons.read(object, SOURCES).reasons()).containsExactly(new Reason("unit", UNITS, true));
        assertThat(Reasons.read(list, SOURCES).reasons())
                .containsExactly(new Reason("unit", UNITS, true), new Reason("", SAID, false));
    }

    @Test
    void read_dropsAndCountsWhatThereIsNot_andTakesAnUnknownArgumentForTheCall() {
        Arguments written = Arguments.of(Map.of("unit", "km", "_because", "unit=s7, m9, size=s1"));

        assertThat(Reasons.read(written, SOURCES)).isEqualTo(new Because(List.of(new Reason("", UNITS, true)), 2));
    }

    @Test
    void read_ofAnythingElse_isNothing() {
        assertThat(Reasons.read(Arguments.of(Map.of("_because", 7)), SOURCES)).isEqualTo(Because.NONE);
        assertThat(Reasons.read(Arguments.of(Map.of("_because", "because I felt like it")), SOURCES))
                .isEqualTo(Because.NONE);
        assertThat(Reasons.read(Arguments.of(Map.of("_because", "s1 ".repeat(100_000))), SOURCES)
                        .reasons())
                .hasSize(1);
    }

    private static ToolSpec spec(JsonObjectSchema parameters) {
        return ToolSpec.of(
                ToolSpecification.builder()
                        .name("convert")
                        .description("Converts.")
                        .parameters(parameters)
                        .build(),
                Effect.READ);
    }
}
