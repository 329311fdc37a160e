package io.personaagent.memory.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** JSON that a model wrote, read within bounds: it may be deep, long or broken, and is mended once where that takes no guessing. Thread-safe. */
public final class ModelJson {

    /** The most characters of one value. */
    public static final int MAX_LENGTH = 128 * 1024;

    private static final int MAX_DEPTH = 32;

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(100)
                    .maxStringLength(MAX_LENGTH)
                    .maxNameLength(256)
                    .build())
            .build());

    /**
     * The JSON value that the text is.
     *
     * @throws UnreadableException when it is none and cannot be mended
     */
    public JsonNode tree(String text) throws UnreadableException {
        if (text.length() > MAX_LENGTH) {
            throw new UnreadableException(
                    "they have %,d characters, but may have %,d".formatted(text.length(), MAX_LENGTH));
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            return mended(text, broken);
        }
    }

    /** Whether the text is a JSON value as it stands. */
    public boolean isSound(String text) {
        try {
            json.readTree(text);
            return true;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    /** The JSON value that the text is, if it is one. */
    public Optional<JsonNode> find(String text) {
        try {
            return Optional.of(tree(text));
        } catch (UnreadableException noJson) {
            return Optional.empty();
        }
    }

    /** The JSON object in a reply that may say something before and behind it, or stand in a block of code. */
    public Optional<JsonNode> objectIn(String reply) {
        int from = reply.indexOf('{');
        int to = reply.lastIndexOf('}');
        return from < 0 || to < from
                ? Optional.empty()
                : find(reply.substring(from, to + 1)).filter(JsonNode::isObject);
    }

    private JsonNode mended(String text, JsonProcessingException broken) throws UnreadableException {
        try {
            return json.readTree(RepairJson.mend(text));
        } catch (JsonProcessingException stillBroken) {
            throw new UnreadableException(
                    "they are not valid JSON: " + broken.getOriginalMessage().replaceAll("\\s+", " "));
        }
    }
}
