package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentCheckTest {

    private static final JsonObjectSchema ALL = JsonObjectSchema.builder()
            .addStringProperty("text")
            .addIntegerProperty("count")
            .addNumberProperty("price")
            .addBooleanProperty("loud")
            .addEnumProperty("unit", List.of("km", "mile"))
            .addProperty(
                    "tags",
                    JsonArraySchema.builder().items(new JsonStringSchema()).build())
            .addProperty(
                    "marks",
                    JsonArraySchema.builder().items(new JsonIntegerSchema()).build())
            .addProperty("place", JsonObjectSchema.builder().build())
            .build();

    @Test
    void problems_isEmptyForWhatFits() {
        assertThat(problems(
                        ALL,
                        Map.of(
                                "text",
                                "茶",
                                "count",
                                3,
                                "price",
                                2.5,
                                "loud",
                                true,
                                "unit",
                                "km",
                                "tags",
                                List.of("a"),
                                "marks",
                                List.of(1),
                                "place",
                                Map.of())))
                .isEmpty();
        assertThat(problems(ALL, Map.of())).isEmpty();
    }

    @Test
    void problems_forgivesWhatArgumentsForgives() {
        assertThat(problems(
                        ALL,
                        Map.of(
                                "text", 7,
                                "count", "3.0",
                                "price", "2.5",
                                "loud", "yes",
                                "unit", " KM ",
                                "tags", "one")))
                .isEmpty();
        assertThat(problems(ALL, Map.of("count", 9_000_000_000L))).isEmpty();
    }

    @Test
    void problems_tellsAllThatIsWrong() {
        JsonObjectSchema schema = JsonObjectSchema.builder()
                .addProperties(ALL.properties())
                .required("text", "unit")
                .build();

        assertThat(problems(schema, Map.of("count", 1.5, "price", "dear", "loud", "maybe")))
                .containsExactly(
                        "argument 'text' is missing; expected text",
                        "argument 'count' is 1.5 (Double); expected a whole number",
                        "argument 'price' is dear (String); expected a number",
                        "argument 'loud' is maybe (String); expected true or false",
                        "argument 'unit' is missing; expected one of km, mile");
        assertThat(problems(ALL, Map.of("unit", "ell")))
                .containsExactly("argument 'unit' is ell (String); expected one of km, mile");
        assertThat(problems(ALL, Map.of("tags", 3.0, "marks", "1", "place", "here")))
                .hasSize(3)
                .contains(
                        "argument 'marks' is 1 (String); expected a list",
                        "argument 'place' is here (String); expected an object");
    }

    @Test
    void problems_namesTheKnownArgumentsForAnUnknownOne() {
        JsonObjectSchema two = JsonObjectSchema.builder()
                .addStringProperty("from")
                .addStringProperty("to")
                .build();

        assertThat(problems(two, Map.of("form", "x")))
                .containsExactly("there is no argument 'form'; it takes: from, to");
        assertThat(problems(JsonObjectSchema.builder().build(), Map.of("x", 1)))
                .containsExactly("there is no argument 'x'; it takes none");
        JsonObjectSchema open =
                JsonObjectSchema.builder().additionalProperties(true).build();
        assertThat(problems(open, Map.of("x", 1))).isEmpty();
    }

    @Test
    void problems_takesAToolWithoutSchemaForOneWithoutParameters() {
        ToolSpec plain = ToolSpec.of(
                ToolSpecification.builder().name("t").description("plain").build(), Effect.READ);

        assertThat(ArgumentCheck.problems(plain, Arguments.NONE)).isEmpty();
        assertThat(ArgumentCheck.problems(plain, Arguments.of(Map.of("x", 1)))).hasSize(1);
    }

    private static List<String> problems(JsonObjectSchema schema, Map<String, Object> arguments) {
        return ArgumentCheck.problems(TestTool.spec("t", Effect.READ, schema), Arguments.of(arguments));
    }
}
