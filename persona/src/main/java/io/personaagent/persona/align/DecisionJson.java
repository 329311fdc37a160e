package io.personaagent.persona.align;

import com.fasterxml.jackson.core.JsonGenerator;
import io.personaagent.memory.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A decision as a JSON object with its fields in a fixed order. */
final class DecisionJson {

    private DecisionJson() {}

    static String of(Decision decision) {
        return Json.object(json -> {
            json.writeStringField("verdict", word(decision.verdict()));
            json.writeNumberField("persona", decision.persona());
            json.writeStringField("reason", decision.reason());
            write(json, "batch", decision.losses().batch());
            write(json, "judges", decision.losses().judges());
            json.writeNumberField("restraint", decision.losses().restraint());
            write(json, decision.bill());
        });
    }

    private static void write(JsonGenerator json, String name, List<Judgement> judgements) throws IOException {
        json.writeArrayFieldStart(name);
        for (Judgement each : judgements) {
            json.writeStartObject();
            json.writeStringField("episode", each.episode().value());
            json.writeStringField("label", word(each.kind()));
            json.writeNumberField("before", each.before());
            json.writeNumberField("after", each.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Bill bill) throws IOException {
        json.writeStringField("aligner", bill.aligner());
        json.writeObjectFieldStart("prompts");
        for (Map.Entry<String, String> prompt : bill.prompts().entrySet()) {
            json.writeStringField(prompt.getKey(), prompt.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("plannedCalls", bill.planned());
        json.writeNumberField("calls", bill.spent().calls());
        json.writeNumberField("tookMillis", bill.took().toMillis());
        json.writeObjectFieldStart("stages");
        for (Map.Entry<Meter.Stage, Spent> stage : bill.stages().entrySet()) {
            write(json, word(stage.getKey()), stage.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String stage, Spent spent) throws IOException {
        json.writeObjectFieldStart(stage);
        json.writeNumberField("calls", spent.calls());
        json.writeNumberField("inputTokens", spent.input());
        json.writeNumberField("outputTokens", spent.output());
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
