package io.personaagent.core.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.tools.Arguments;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of calls, read within bounds: what a model writes may be deep, long or broken. Thread-safe. */
final class CallJson {

    static final int MAX_LENGTH = 128 * 1024;
    static final int MAX_DEPTH = 32;

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

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
     * The arguments that stand in the JSON object; a blank text counts as an empty object, as some models write it.
     *
     * @throws UnreadableException when it is no such object and cannot be mended
     */
    Arguments arguments(String text) throws UnreadableException {
        if (text.isBlank()) {
            return Arguments.NONE;
        }
        JsonNode tree = tree(text);
        if (!tree.isObject()) {
            throw new UnreadableException("they are %s, but must be a JSON object".formatted(kind(tree)));
        }
        return Arguments.of(json.convertValue(tree, OBJECT));
    }

    /** The JSON value that the text is, mended once if need be. */
    JsonNode tree(String text) throws UnreadableException {
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

    /** The JSON value that the text is, if it is one. */
    Optional<JsonNode> find(String text) {
        try {
            return Optional.of(tree(text));
        } catch (UnreadableException noJson) {
            return Optional.empty();
        }
    }

    String text(Arguments arguments) {
        try {
            return json.writeValueAsString(arguments.asMap());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("arguments that JSON cannot hold: " + arguments, impossible);
        }
    }

    private JsonNode mended(String text, JsonProcessingException broken) throws UnreadableException {
        try {
            return json.readTree(RepairJson.mend(text));
        } catch (JsonProcessingException stillBroken) {
            throw new UnreadableException(
                    "they are not valid JSON: " + broken.getOriginalMessage().replaceAll("\\s+", " "));
        }
    }

    private static String kind(JsonNode tree) {
        return tree.isMissingNode()
                ? "empty"
                : "a JSON " + tree.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** What a model wrote is not JSON that can be used; the message says why, about "they", the arguments. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }
}
