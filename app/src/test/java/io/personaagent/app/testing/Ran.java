package io.personaagent.app.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a command left: its exit status and what it wrote. */
public record Ran(int exit, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The whole standard output as one JSON value. */
    public JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("the output is not one JSON value: " + out, notJson);
        }
    }
}
