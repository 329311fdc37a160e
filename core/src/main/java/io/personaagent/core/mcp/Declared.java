package io.personaagent.core.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.personaagent.memory.text.Sha256;

/**
 * A tool as its server declares it, all of it: the same text when and only when nothing about it changed.
 *
 * @param name as the server calls it
 * @param text JSON with its keys in order
 */
record Declared(String name, String text) {

    /** The most bytes of a message. */
    static final int LARGEST_MESSAGE = 4 << 20;

    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(LARGEST_MESSAGE)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final int HASH = 16;

    static Declared of(Object tool) {
        JsonNode json = JSON.valueToTree(tool);
        try {
            return new Declared(
                    json.path("name").asText(), JSON.writeValueAsString(JSON.treeToValue(json, Object.class)));
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalArgumentException(cannotBe);
        }
    }

    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    /** Short name for exactly this definition. */
    String hash() {
        return Sha256.hex(text).substring(0, HASH);
    }
}
