package io.personaagent.memory.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was said and done, and where it came from, as a JSON object with its fields in a fixed order. */
public final class EpisodeBody {

    private EpisodeBody() {}

    /** The object as text. */
    public static String of(Episode episode) {
        return Json.object(json -> write(json, episode));
    }

    /** Writes the fields into an object that has been begun. */
    public static void write(JsonGenerator json, Episode episode) throws IOException {
        Exchange exchange = episode.exchange();
        Provenance provenance = episode.provenance();
        json.writeStringField("speaker", exchange.speaker());
        json.writeStringField("query", exchange.query());
        json.writeArrayFieldStart("actions");
        for (Action action : exchange.actions()) {
            write(json, action);
        }
        json.writeEndArray();
        json.writeStringField("reply", exchange.reply());
        json.writeStringField("origin", provenance.origin().name());
        json.writeStringField("trust", provenance.trust().name());
        json.writeStringField("sensitivity", provenance.sensitivity().name());
        json.writeArrayFieldStart("tags");
        for (String tag : provenance.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Action action) throws IOException {
        json.writeStartObject();
        json.writeStringField("tool", action.tool());
        json.writeStringField("arguments", action.arguments());
        String fault =
                action.outcome().fold(done -> "", failed -> failed.fault().name());
        if (!fault.isEmpty()) {
            json.writeStringField("fault", fault);
        }
        json.writeStringField("outcome", action.outcome().fold(ToolResult.Done::text, ToolResult.Failed::message));
        json.writeNumberField("took", action.took().toMillis());
        json.writeStringField("approved", action.approvedBy());
        json.writeEndObject();
    }

    /** What was said and done, from the fields. */
    public static Exchange exchange(JsonNode body) {
        List<Action> actions = new ArrayList<>();
        body.get("actions").forEach(action -> actions.add(action(action)));
        return new Exchange(text(body, "speaker"), text(body, "query"), actions, text(body, "reply"));
    }

    private static Action action(JsonNode action) {
        String outcome = text(action, "outcome");
        return new Action(
                text(action, "tool"),
                text(action, "arguments"),
                action.has("fault")
                        ? ToolResult.failed(Fault.valueOf(text(action, "fault")), outcome)
                        : ToolResult.done(outcome),
                Duration.ofMillis(action.get("took").longValue()),
                text(action, "approved"));
    }

    /** Where it came from, from the fields. */
    public static Provenance provenance(JsonNode body) {
        Set<String> tags = new TreeSet<>();
        body.get("tags").forEach(tag -> tags.add(tag.textValue()));
        return new Provenance(
                Origin.valueOf(text(body, "origin")),
                Trust.valueOf(text(body, "trust")),
                Sensitivity.valueOf(text(body, "sensitivity")),
                tags);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }
}
