package io.personaagent.core.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.memory.json.ModelJson;
import io.personaagent.memory.json.UnreadableException;
import io.personaagent.tools.Arguments;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of calls, read within bounds: what a model writes may be deep, long or broken. Thread-safe. */
final class CallJson {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final ModelJson json = new ModelJson();
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * The arguments that stand in the JSON object; a blank text counts as an empty object, as some models write it.
     *
     * @throws UnreadableException when it is no such object and cannot be mended
     */
    Arguments arguments(String text) throws UnreadableException {
        if (text.isBlank()) {
            return Arguments.NONE;
        }
        JsonNode tree = json.tree(text);
        if (!tree.isObject()) {
            throw new UnreadableException("they are %s, but must be a JSON object".formatted(kind(tree)));
        }
        return Arguments.of(mapper.convertValue(tree, OBJECT));
    }

    /** Whether arguments can be read, but not as they stand. */
    boolean isMended(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && !json.isSound(text)
                && json.find(text).isPresent();
    }

    /** The JSON value that the text is, if it is one. */
    Optional<JsonNode> find(String text) {
        return json.find(text);
    }

    String text(Arguments arguments) {
        try {
            return mapper.writeValueAsString(arguments.asMap());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("arguments that JSON cannot hold: " + arguments, impossible);
        }
    }

    private static String kind(JsonNode tree) {
        return tree.isMissingNode()
                ? "empty"
                : "a JSON " + tree.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
