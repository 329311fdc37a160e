package io.personaagent.app.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.plugin.PluginInfo;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.persona.Cause;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Refusal;
import io.personaagent.persona.Statement;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;

/** What commands print under {@code --json}: the nouns as JSON objects, fields in a fixed order. */
public final class Json {

    /** Numbers as they were said: 100 and not 1E+2. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static <T> ArrayNode list(Collection<T> items, Function<T, ? extends JsonNode> each) {
        ArrayNode list = MAPPER.createArrayNode();
        items.forEach(item -> list.add(each.apply(item)));
        return list;
    }

    public static ArrayNode texts(Collection<?> items) {
        ArrayNode list = MAPPER.createArrayNode();
        items.forEach(item -> list.add(item.toString()));
        return list;
    }

    public static ObjectNode of(Reply reply) {
        ObjectNode node = object().put("episode", reply.episode().value())
                .put("reply", reply.text())
                .put("end", word(reply.end()))
                .put("planner", reply.trace().planner())
                .put("persona", reply.trace().persona());
        node.set("cited", texts(reply.trace().cited()));
        node.set("steered", list(reply.trace().steered(), each -> object().put("id", each.id())
                .put("text", each.text())));
        node.set("recalled", list(reply.trace().recalled(), Json::of));
        node.set("results", texts(reply.trace().backing().results()));
        node.put("unknownSources", reply.trace().unknown());
        node.set("actions", list(reply.trace().actions(), Json::of));
        node.set("withheld", list(reply.trace().discretion().withheld(), Json::of));
        node.set("notKept", list(reply.trace().discretion().notKept(), each -> MAPPER.getNodeFactory()
                .textNode(each.words())));
        return node;
    }

    public static ObjectNode of(Exposure exposure) {
        ObjectNode node = object().put("episode", exposure.reply().value())
                .put("at", exposure.at().toString());
        node.set("shown", list(exposure.shown(), each -> object().put(
                        "episode", each.episode().value())
                .put("to", each.to())
                .put("used", word(each.used()))));
        node.set("withheld", list(exposure.withheld(), Json::of));
        return node;
    }

    private static ObjectNode of(Withheld withheld) {
        ObjectNode node = object();
        node.set("evidence", texts(withheld.evidence()));
        node.set("classes", list(withheld.classes(), each -> MAPPER.getNodeFactory()
                .textNode(word(each))));
        return node;
    }

    public static ObjectNode of(Recollection recollection) {
        ObjectNode node = object().put("text", recollection.text())
                .put("kind", word(recollection.source().kind()))
                .put("speaker", recollection.source().speaker())
                .put("when", recollection.source().when().toString());
        node.set("evidence", texts(recollection.source().evidence()));
        node.put("sensitivity", word(recollection.sensitivity()))
                .put("trust", word(recollection.trust()))
                .put("score", recollection.score().total());
        ObjectNode parts = node.putObject("parts");
        recollection.score().parts().forEach(part -> parts.set(part.channel(), of(part)));
        return node;
    }

    public static ObjectNode of(Observation observation) {
        ObjectNode node = of(observation.call());
        put(node, observation.result());
        return node.put("tookMs", observation.took().toMillis()).put("approvedBy", observation.approvedBy());
    }

    /** A call with what decided its arguments, where the planner said it. */
    static ObjectNode of(ToolCall call) {
        ObjectNode node = object().put("id", call.id()).put("tool", call.tool());
        node.set("arguments", MAPPER.valueToTree(call.arguments().asMap()));
        if (!call.because().equals(Because.NONE)) {
            node.set("because", list(call.because().reasons(), Json::of));
        }
        return node;
    }

    private static ObjectNode of(Because.Reason reason) {
        return object().put("argument", reason.argument())
                .put("source", word(reason.ground().kind()))
                .put("id", reason.ground().id())
                .put("confirmed", reason.confirmed());
    }

    public static ObjectNode of(Episode episode) {
        ObjectNode node = object().put("id", episode.id().value())
                .put("session", episode.occasion().session())
                .put("happened", episode.occasion().happened().toString())
                .put("recorded", episode.occasion().recorded().toString())
                .put("speaker", episode.exchange().speaker())
                .put("text", episode.exchange().query())
                .put("reply", episode.exchange().reply());
        episode.groundTruth().ifPresent(truth -> node.put("truth", truth));
        node.set("actions", list(episode.exchange().actions(), Json::of));
        node.set("feedback", list(episode.feedback(), Json::of));
        node.put("origin", word(episode.provenance().origin()))
                .put("trust", word(episode.provenance().trust()))
                .put("sensitivity", word(episode.provenance().sensitivity()));
        node.set("tags", texts(episode.provenance().tags()));
        return node;
    }

    public static ObjectNode of(PersonaVersion version) {
        ObjectNode node = object().put("version", version.number())
                .put("created", version.created().toString())
                .put("origin", word(version.origin()));
        put(node, version.cause());
        node.set("statements", list(version.persona().statements(), Json::of));
        return node.put("systemPrompt", version.persona().systemPrompt());
    }

    public static ObjectNode of(Refusal refusal) {
        ObjectNode node = object().put("version", refusal.version())
                .put("refused", refusal.refused().toString());
        return put(node, refusal.cause());
    }

    private static ObjectNode put(ObjectNode node, Cause cause) {
        node.put("reason", cause.reason());
        if (!cause.decision().isEmpty()) {
            node.set("decision", arguments(cause.decision()));
        }
        return node;
    }

    public static ObjectNode of(ToolSpec spec) {
        ObjectNode node = object().put("name", spec.name())
                .put("description", spec.description())
                .put("effect", word(spec.effect()));
        node.set("permissions", texts(spec.permissions()));
        if (spec.function().parameters() != null) {
            node.set(
                    "parameters",
                    texts(spec.function().parameters().properties().keySet()));
            node.set("required", texts(spec.function().parameters().required()));
        }
        node.set("examples", texts(spec.examples()));
        return node;
    }

    public static ObjectNode of(PluginInfo plugin) {
        ObjectNode node = object().put("id", plugin.id())
                .put("version", plugin.manifest().version())
                .put("description", plugin.manifest().description())
                .put("provider", plugin.manifest().provider())
                .put("requires", plugin.manifest().requires())
                .put("source", word(plugin.file().source()))
                .put("state", word(plugin.state()))
                .put("reason", plugin.reason())
                .put("file", plugin.file().path().toString())
                .put("sha256", plugin.file().sha256());
        node.set("tools", texts(plugin.offered().tools()));
        node.set("memories", texts(plugin.offered().memories()));
        return node;
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode of(Score.Part part) {
        return object().put("value", part.value()).put("rank", part.rank());
    }

    private static ObjectNode of(Action action) {
        ObjectNode node = object().put("tool", action.tool());
        node.set("arguments", arguments(action.arguments()));
        put(node, action.outcome());
        return node.put("tookMs", action.took().toMillis()).put("approvedBy", action.approvedBy());
    }

    private static ObjectNode of(Feedback feedback) {
        return object().put("verdict", word(feedback.verdict()))
                .put("text", feedback.text())
                .put("given", feedback.given().toString());
    }

    public static ObjectNode of(Statement statement) {
        ObjectNode node = object().put("id", statement.id())
                .put("text", statement.text())
                .put("kind", word(statement.kind()))
                .put("polarity", word(statement.polarity()))
                .put("strength", statement.strength())
                .put("confidence", statement.support().confidence());
        node.set("evidence", texts(statement.support().evidence()));
        return node.put("created", statement.support().created().toString())
                .put("confirmed", statement.support().confirmed().toString())
                .put("since", statement.version())
                .put("pinned", statement.pinned());
    }

    private static void put(ObjectNode node, ToolResult result) {
        result.fold(done -> node.put("result", done.text()), failed -> node.put("error", failed.message())
                .put("fault", word(failed.fault())));
    }

    private static JsonNode arguments(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException asItWas) {
            return MAPPER.getNodeFactory().textNode(json);
        }
    }
}
