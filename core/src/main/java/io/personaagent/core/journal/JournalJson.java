package io.personaagent.core.journal;

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
import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Backing;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A journal's steps as JSON. */
final class JournalJson {

    /** Numbers as they were said, 84.50 and not 84.5: what was allowed is what is done. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private JournalJson() {}

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("this is no journal: " + damaged.getOriginalMessage(), damaged);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> writer) {
        ArrayNode array = JSON.createArrayNode();
        items.forEach(item -> array.add(writer.apply(item)));
        return array;
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        array.forEach(item -> list.add(reader.apply(item)));
        return list;
    }

    static ObjectNode of(Entry entry) {
        ObjectNode node = object().put("took", entry.took().toNanos());
        node.set("asked", array(entry.asked(), JournalJson::of));
        node.set("decided", of(entry.decided()));
        node.set("observed", array(entry.observed(), JournalJson::of));
        return node;
    }

    static Entry entry(JsonNode node) {
        return new Entry(
                list(node.path("asked"), JournalJson::asking),
                step(node.path("decided")),
                list(node.path("observed"), JournalJson::observation),
                Duration.ofNanos(node.path("took").asLong()));
    }

    static ObjectNode of(Asking asking) {
        ObjectNode node = object().put("in", asking.input()).put("out", asking.output());
        ObjectNode prompt = node.putObject("prompt");
        asking.prompt().forEach(prompt::put);
        node.set("reply", parsed(asking.reply()));
        return node;
    }

    static Asking asking(JsonNode node) {
        Map<String, String> prompt = new LinkedHashMap<>();
        node.path("prompt")
                .properties()
                .forEach(part -> prompt.put(part.getKey(), part.getValue().asText()));
        return new Asking(
                prompt,
                node.path("reply").toString(),
                node.path("in").asLong(),
                node.path("out").asLong());
    }

    static ObjectNode of(Step step) {
        return step.fold(JournalJson::answer, JournalJson::use, ask -> object().put("ask", ask.question())
                .put("aim", ask.aim().name()));
    }

    private static ObjectNode answer(Step.Answer answer) {
        ObjectNode node = object().put("answer", answer.text());
        ArrayNode cites = node.putArray("cites");
        answer.cites().forEach(cited -> cites.add(cited.value()));
        ArrayNode steered = node.putArray("steered");
        answer.steered().forEach(steered::add);
        if (!answer.backing().equals(Backing.NONE)) {
            ArrayNode results = node.put("unknown", answer.backing().unknown()).putArray("results");
            answer.backing().results().forEach(results::add);
        }
        return node;
    }

    private static ObjectNode use(Step.UseTools use) {
        ObjectNode node = object().put("influence", use.influence().name());
        node.set("calls", array(use.calls(), JournalJson::of));
        return node;
    }

    static Step step(JsonNode node) {
        if (node.has("calls")) {
            return new Step.UseTools(
                    list(node.path("calls"), JournalJson::call),
                    Influence.valueOf(node.path("influence").asText()));
        }
        return node.has("ask")
                ? new Step.AskUser(
                        node.path("ask").asText(),
                        Step.AskUser.Aim.valueOf(node.path("aim").asText()))
                : new Step.Answer(
                        node.path("answer").asText(),
                        list(node.path("cites"), cited -> new EpisodeId(cited.asText())),
                        list(node.path("steered"), JsonNode::asText),
                        new Backing(
                                list(node.path("results"), JsonNode::asText),
                                node.path("unknown").asInt()));
    }

    static ObjectNode of(ToolCall call) {
        ObjectNode node = object().put("id", call.id()).put("tool", call.tool());
        node.set("arguments", JSON.valueToTree(call.arguments().asMap()));
        if (!call.because().equals(Because.NONE)) {
            node.put("unknown", call.because().unknown())
                    .set("because", array(call.because().reasons(), JournalJson::of));
        }
        return node;
    }

    static ToolCall call(JsonNode node) {
        return new ToolCall(
                node.path("id").asText(),
                node.path("tool").asText(),
                Arguments.of(JSON.convertValue(node.path("arguments"), OBJECT)),
                new Because(
                        list(node.path("because"), JournalJson::reason),
                        node.path("unknown").asInt()));
    }

    private static ObjectNode of(Because.Reason reason) {
        return object().put("argument", reason.argument())
                .put("kind", reason.ground().kind().name())
                .put("ground", reason.ground().id())
                .put("confirmed", reason.confirmed());
    }

    private static Because.Reason reason(JsonNode node) {
        return new Because.Reason(
                node.path("argument").asText(),
                new Ground(
                        Ground.Kind.valueOf(node.path("kind").asText()),
                        node.path("ground").asText()),
                node.path("confirmed").asBoolean());
    }

    static ObjectNode of(Observation observation) {
        ObjectNode node = object().put("took", observation.took().toNanos()).put("by", observation.approvedBy());
        if (observation.brought() != Influence.PERSON) {
            node.put("brought", observation.brought().name());
        }
        node.set("call", of(observation.call()));
        observation.result().fold(done -> node.put("done", done.text()), failed -> node.put(
                        "fault", failed.fault().name())
                .put("failed", failed.message()));
        return node;
    }

    static Observation observation(JsonNode node) {
        ToolResult result = node.has("fault")
                ? ToolResult.failed(
                        Fault.valueOf(node.path("fault").asText()),
                        node.path("failed").asText())
                : ToolResult.done(node.path("done").asText());
        return new Observation(
                call(node.path("call")),
                result,
                Duration.ofNanos(node.path("took").asLong()),
                node.path("by").asText(),
                Influence.valueOf(node.path("brought").asText(Influence.PERSON.name())));
    }
}
