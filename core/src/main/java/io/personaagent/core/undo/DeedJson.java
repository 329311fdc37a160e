package io.personaagent.core.undo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deeds as they are kept. Numbers stay as they were written. */
final class DeedJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private DeedJson() {}

    static String of(List<Deed> deeds) {
        ArrayNode array = JSON.createArrayNode();
        deeds.forEach(deed -> array.add(of(deed)));
        return array.toString();
    }

    static ObjectNode of(Undo undo) {
        ObjectNode node = JSON.createObjectNode().put("tool", undo.tool());
        node.set("arguments", JSON.valueToTree(undo.arguments().asMap()));
        return node;
    }

    static List<Deed> deeds(String json) {
        List<Deed> deeds = new ArrayList<>();
        try {
            JSON.readTree(json).forEach(node -> deeds.add(deed(node)));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("what was done is damaged: " + damaged.getOriginalMessage(), damaged);
        }
        return deeds;
    }

    private static ObjectNode of(Deed deed) {
        ObjectNode node = JSON.createObjectNode()
                .put("number", deed.number())
                .put("tool", deed.tool())
                .put("told", deed.told())
                .put("state", deed.state().name())
                .put("remark", deed.remark());
        node.set("undo", of(deed.undo()));
        return node;
    }

    private static Deed deed(JsonNode node) {
        JsonNode undo = node.path("undo");
        return new Deed(
                node.path("number").asInt(),
                node.path("tool").asText(),
                node.path("told").asText(),
                new Undo(undo.path("tool").asText(), Arguments.of(JSON.convertValue(undo.path("arguments"), OBJECT))),
                Deed.State.valueOf(node.path("state").asText()),
                node.path("remark").asText());
    }
}
