package io.personaagent.core.args;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParametersTest {

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
    void read_leavesAloneWhatFits() {
        Map<String, Object> fitting = Map.of(
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
                Map.of());

        Reading read = read(ALL, fitting);

        assertThat(read.problems()).isEmpty();
        assertThat(read.notes()).isEmpty();
        assertThat(read.arguments().asMap()).isEqualTo(fitting);
        assertThat(read(ALL, Map.of()).problems()).isEmpty();
    }

    @Test
    void read_readsAnotherTypeWhereNothingIsLostAndExplainsIt() {
        Reading read = read(
                ALL,
                inOrder(
                        "text",
                        7,
                        "count",
                        "5",
                        "price",
                        "2.50",
                        "loud",
                        "yes",
                        "tags",
                        "one",
                        "marks",
                        "[1, 2]",
                        "place",
                        "{\"city\": \"Turin\"}"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.arguments().asMap())
                .isEqualTo(Map.of(
                        "text",
                        "7",
                        "count",
                        5,
                        "price",
                        new BigDecimal("2.50"),
                        "loud",
                        true,
                        "tags",
                        List.of("one"),
                        "marks",
                        List.of(1, 2),
                        "place",
                        Map.of("city", "Turin")));
        assertThat(read.notes())
                .containsExactly(
                        "argument 'text' was the number 7 and was read as the text \"7\"",
                        "argument 'count' was the text \"5\" and was read as the number 5",
                        "argument 'price' was the text \"2.50\" and was read as the number 2.50",
                        "argument 'loud' was the text \"yes\" and was read as true",
                        "argument 'tags' was the text \"one\" and was read as the list [\"one\"]",
                        "argument 'marks' was the text \"[1, 2]\" and was read as the list [1,2]",
                        "argument 'place' was the text \"{\"city\": \"Turin\"}\" and was read as the object {\"city\":\"Turin\"}");
    }

    @Test
    void read_readsASingleThingForAListOfItsType() {
        Reading read = read(ALL, Map.of("marks", "3"));

        assertThat(read.arguments().asMap()).isEqualTo(Map.of("marks", List.of(3)));
        assertThat(read.notes())
                .containsExactly(
                        "argument 'marks' was the text \"3\" and was read as the list [\"3\"]",
                        "argument 'marks[0]' was the text \"3\" and was read as the number 3");
    }

    @Test
    void read_takesTheConstantThatAChoiceMeans() {
        Reading read = read(ALL, Map.of("unit", " KM "));

        assertThat(read.arguments().asMap()).isEqualTo(Map.of("unit", "km"));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void read_neverLosesAnything() {
        assertThat(read(ALL, inOrder("count", "5.5", "price", "5 euros", "loud", "1", "marks", "x", "place", "here"))
                        .problems())
                .containsExactly(
                        "argument 'count' is 5.5 (String); expected a whole number",
                        "argument 'price' is 5 euros (String); expected a number",
                        "argument 'loud' is 1 (String); expected true or false",
                        "argument 'marks' is x (String); expected a list",
                        "argument 'place' is here (String); expected an object");
        assertThat(read(ALL, Map.of("text", List.of("a"))).problems())
                .containsExactly("argument 'text' is [a] (list); expected text");
        assertThat(read(ALL, Map.of("count", "9000000000")).arguments().asMap())
                .isEqualTo(Map.of("count", 9_000_000_000L));
    }

    @Property(tries = 200)
    void read_readsEachWholeNumberWrittenAsText(@ForAll int number, @ForAll @IntRange(max = 3) int zeros) {
        String written = number + (zeros == 0 ? "" : "." + "0".repeat(zeros));

        assertThat(read(ALL, Map.of("count", written)).arguments().asMap()).isEqualTo(Map.of("count", number));
    }

    @Test
    void read_tellsAllThatIsWrong() {
        JsonObjectSchema schema = JsonObjectSchema.builder()
                .addProperties(ALL.properties())
                .required("text", "unit")
                .build();

        assertThat(read(schema, Map.of("count", 1.5, "price", "dear", "loud", "maybe"))
                        .problems())
                .containsExactly(
                        "argument 'text' is missing; expected text",
                        "argument 'count' is 1.5 (Double); expected a whole number",
                        "argument 'price' is dear (String); expected a number",
                        "argument 'loud' is maybe (String); expected true or false",
                        "argument 'unit' is missing; expected one of km, mile");
        assertThat(read(ALL, Map.of("unit", "ell")).problems())
                .containsExactly("argument 'unit' is ell (String); expected one of km, mile");
        assertThat(read(ALL, Map.of("tags", List.of("a", List.of()))).problems())
                .containsExactly("argument 'tags[1]' is [] (list); expected text");
    }

    @Test
    void read_namesTheKnownArgumentsForAnUnknownOne() {
        JsonObjectSchema two = JsonObjectSchema.builder()
                .addStringProperty("from")
                .addStringProperty("to")
                .build();

        assertThat(read(two, Map.of("form", "x")).problems())
                .containsExactly("there is no argument 'form'; it takes: from, to");
        assertThat(read(JsonObjectSchema.builder().build(), Map.of("x", 1)).problems())
                .containsExactly("there is no argument 'x'; it takes none");
        JsonObjectSchema open =
                JsonObjectSchema.builder().additionalProperties(true).build();
        assertThat(read(open, Map.of("x", 1)).problems()).isEmpty();
        ToolSpec plain = ToolSpec.of(
                ToolSpecification.builder().name("t").description("plain").build(), Effect.READ);
        assertThat(Parameters.of(new Plain(plain), plain)
                        .read(Arguments.of(Map.of("x", 1)))
                        .problems())
                .hasSize(1);
    }

    @Test
    void read_holdsArgumentsAgainstAServersOwnSchema() {
        String schema =
                """
                {"type": "object", "required": ["query"], "properties": {
                  "query": {"type": "string", "minLength": 2},
                  "limit": {"type": "integer", "minimum": 1, "maximum": 50, "default": 10},
                  "order": {"anyOf": [{"type": "null"}, {"type": "string", "enum": ["new", "old"]}]},
                  "where": {"$ref": "#/$defs/place"}},
                 "$defs": {"place": {"type": "object", "properties": {"zip": {"type": "string"}}, "required": ["zip"]}}}
                """;

        assertThat(own(schema, Map.of("query", "tea")).arguments().asMap())
                .isEqualTo(Map.of("query", "tea", "limit", 10));
        assertThat(own(schema, Map.of("query", "tea", "limit", "20", "order", "NEW", "where", Map.of("zip", 10115)))
                        .arguments()
                        .asMap())
                .isEqualTo(Map.of("query", "tea", "limit", 20, "order", "new", "where", Map.of("zip", "10115")));
        assertThat(own(schema, inOrder("query", "t", "limit", 99, "order", "x", "where", Map.of()))
                        .problems())
                .containsExactly(
                        "argument 'query' is t (String); expected at least 2 characters",
                        "argument 'limit' is 99 (Integer); expected at most 50",
                        "argument 'order' is x (String); expected nothing or one of new, old",
                        "argument 'where.zip' is missing; expected text");
    }

    /** S-09: a schema leads nowhere else, and none of it can make a check endless. */
    @Test
    void s09_read_followsNoReferenceOutOfAServersSchema() {
        String outside =
                """
                {"type": "object", "$schema": "http://127.0.0.1:9/meta", "$id": "http://127.0.0.1:9/it",
                 "properties": {"a": {"$ref": "http://127.0.0.1:9/schema.json"}, "b": {"$ref": "file:///etc/passwd"},
                  "c": {"$dynamicRef": "http://127.0.0.1:9/x#y"}, "d": {"type": "string", "pattern": "(a+)+$"}}}
                """;
        String endless = "{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/properties/a\"}}}";

        assertThat(own(outside, Map.of("a", "x", "b", 1, "c", true, "d", "a".repeat(50_000) + "!"))
                        .problems())
                .isEmpty();
        assertThat(own(endless, Map.of("a", "x")).problems()).isEmpty();
    }

    private static Reading own(String schema, Map<String, Object> arguments) {
        Own tool = new Own(parsed(schema));
        return Parameters.of(tool, tool.spec()).read(Arguments.of(arguments));
    }

    private static Reading read(JsonObjectSchema schema, Map<String, Object> arguments) {
        ToolSpec spec = spec(schema);
        return Parameters.of(new Plain(spec), spec).read(Arguments.of(arguments));
    }

    private static ToolSpec spec(JsonObjectSchema schema) {
        return ToolSpec.of(
                ToolSpecification.builder()
                        .name("t")
                        .description("for a test")
                        .parameters(schema)
                        .build(),
                Effect.READ);
    }

    private static Map<String, Object> inOrder(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at].toString(), pairs[at + 1]);
        }
        return map;
    }

    private static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** Models are told that it takes anything for each of its arguments. */
    private record Own(JsonNode argumentsSchema) implements Tool, OwnSchema {
        @Override
        public ToolSpec spec() {
            JsonObjectSchema.Builder told = JsonObjectSchema.builder().additionalProperties(true);
            return ParametersTest.spec(told.build());
        }

        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            return ToolResult.done("");
        }
    }
}
