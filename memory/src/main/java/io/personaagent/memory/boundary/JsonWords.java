package io.personaagent.memory.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.BinaryOperator;

/** The values of a JSON text, each to be read or replaced by itself, so that what comes out is JSON again. */
final class JsonWords {

    /** Numbers as they were written: 12.50 and not 12.5. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonWords() {}

    /**
     * The text with each text and number in it replaced; as it was, to the last blank, where nothing is; as a whole, where it is no object
     * and no list.
     *
     * @param replace takes the name of the value, or an empty text, and the value
     */
    static String replaced(String json, BinaryOperator<String> replace) {
        try {
            JsonNode before = JSON.readTree(json);
            if (!before.isContainerNode()) {
                return replace.apply("", json);
            }
            JsonNode after = node("", before, replace);
            return before.equals(after) ? json : after.toString();
        } catch (JsonProcessingException notJson) {
            return replace.apply("", json);
        }
    }

    private static JsonNode node(String name, JsonNode node, BinaryOperator<String> replace) {
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            node.properties()
                    .forEach(field -> object.set(
                            replace.apply("", field.getKey()), node(field.getKey(), field.getValue(), replace)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(each -> array.add(node(name, each, replace)));
            return array;
        }
        if (!node.isTextual() && !node.isNumber()) {
            return node;
        }
        String safe = replace.apply(name, node.asText());
        return safe.equals(node.asText()) ? node : new TextNode(safe);
    }
}
