package io.personaagent.core.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes of a server's JSON Schema one that models take. What it does not understand it lets through as a text, since the server checks its
 * arguments itself; references within the schema are written out, others are never followed.
 */
final class Schemas {

    private static final int MOST_SAID = 200;
    private static final int DEEPEST = 8;
    private static final int MOST_ELEMENTS = 500;
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z0-9_$@.:-]{1,64}");

    private final JsonNode root;
    private int elements;

    private Schemas(JsonNode root) {
        this.root = root;
    }

    /**
     * The parameters of a tool.
     *
     * @throws IllegalArgumentException when the schema cannot be used; completes the sentence "its parameters ..."
     */
    static JsonObjectSchema parameters(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isMissingNode() && !type.asText().equals("object")) {
            throw new IllegalArgumentException(
                    "are %s, expected an object".formatted(Wording.plain(type.toString(), 60)));
        }
        return new Schemas(schema).object(schema, 0);
    }

    private JsonObjectSchema object(JsonNode schema, int depth) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder();
        said(schema).forEach(object::description);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (!PROPERTY.matcher(property.getKey()).matches()) {
                throw new IllegalArgumentException(
                        "have one named '%s', which no model takes".formatted(Wording.plain(property.getKey(), 60)));
            }
            object.addProperty(property.getKey(), element(property.getValue(), depth + 1));
        }
        JsonNode more = schema.path("additionalProperties");
        if (!more.isMissingNode()) {
            object.additionalProperties(!more.isBoolean() || more.booleanValue());
        }
        return object.required(required(schema)).build();
    }

    private static List<String> required(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> {
            if (schema.path("properties").has(name.asText())) {
                required.add(name.asText());
            }
        });
        return required;
    }

    private JsonSchemaElement element(JsonNode given, int depth) {
        elements++;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            throw new IllegalArgumentException(
                    "are too large: deeper than %d or of more than %d parts".formatted(DEEPEST, MOST_ELEMENTS));
        }
        JsonNode schema = resolved(given);
        JsonNode options = Stream.of("anyOf", "oneOf")
                .map(schema::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(schema.path("type"));
        return options.isArray() && options.size() > 0 ? oneOf(schema, options, depth) : single(schema, depth);
    }

    private JsonSchemaElement oneOf(JsonNode schema, JsonNode options, int depth) {
        List<JsonSchemaElement> possible = new ArrayList<>();
        options.forEach(option -> possible.add(
                option.isTextual()
                        ? single(
                                ((com.fasterxml.jackson.databind.node.ObjectNode) schema.deepCopy())
                                        .set("type", option),
                                depth)
                        : element(option, depth + 1)));
        if (possible.size() == 1) {
            return possible.get(0);
        }
        JsonAnyOfSchema.Builder any = JsonAnyOfSchema.builder().anyOf(possible);
        said(schema).forEach(any::description);
        return any.build();
    }

    private JsonSchemaElement single(JsonNode schema, int depth) {
        String said = said(schema).findFirst().orElse("");
        if (schema.path("enum").isArray() && schema.path("enum").size() > 0) {
            return choice(schema, said);
        }
        return switch (schema.path("type").asText(schema.has("properties") ? "object" : "string")) {
            case "object" -> object(schema, depth);
            case "array" ->
                JsonArraySchema.builder()
                        .description(said)
                        .items(element(schema.path("items"), depth + 1))
                        .build();
            case "integer" -> JsonIntegerSchema.builder().description(said).build();
            case "number" -> JsonNumberSchema.builder().description(said).build();
            case "boolean" -> JsonBooleanSchema.builder().description(said).build();
            case "null" -> new JsonNullSchema();
            default -> JsonStringSchema.builder().description(said).build();
        };
    }

    private static JsonSchemaElement choice(JsonNode schema, String said) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        if (values.stream().anyMatch(value -> Wording.hides(value) || value.length() > MOST_SAID)) {
            throw new IllegalArgumentException("offer a choice with hidden characters, or a long one");
        }
        return JsonEnumSchema.builder().description(said).enumValues(values).build();
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        for (int hop = 0; hop < DEEPEST && found.has("$ref"); hop++) {
            String reference = found.path("$ref").asText();
            found = reference.startsWith("#/") ? root.at(reference.substring(1)) : root.path("nowhere");
        }
        return found;
    }

    private static Stream<String> said(JsonNode schema) {
        String said = Wording.plain(schema.path("description").asText(""), MOST_SAID);
        return said.isEmpty() ? Stream.of() : Stream.of(said);
    }
}
