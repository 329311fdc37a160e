package io.personaagent.memory.archive;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads fields that must be there. */
final class Fields {

    private Fields() {}

    static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field '%s' is missing or no text".formatted(field));
        }
        return value.textValue();
    }

    static JsonNode list(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw new IllegalArgumentException("field '%s' is missing or no list".formatted(field));
        }
        return value;
    }

    static JsonNode object(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isObject()) {
            throw new IllegalArgumentException("field '%s' is missing or no object".formatted(field));
        }
        return value;
    }
}
