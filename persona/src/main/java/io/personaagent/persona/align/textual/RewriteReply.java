package io.personaagent.persona.align.textual;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.json.ModelJson;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model's rewrite, checked against its schema: all of it is right, or none of it counts.
 *
 * @param proposal what it proposes; nothing where there is a problem
 * @param problem why it cannot be used; empty where it can
 */
record RewriteReply(Proposal proposal, String problem) {

    static final int MOST_EDITS = 8;

    private static final Set<String> FIELDS = Set.of("edits", "reason");
    private static final int LONGEST_REASON = 300;

    /** A reply that says something in front of its JSON, or has it in a block of code, counts for the JSON. */
    static RewriteReply read(String reply, EditReader edits) {
        Optional<JsonNode> found = new ModelJson().objectIn(reply);
        return found.map(object -> read(object, edits)).orElseGet(() -> wrong("it holds no JSON object"));
    }

    private static RewriteReply read(JsonNode object, EditReader reader) {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            return wrong("it may have \"edits\" and \"reason\" only, but has " + unknown);
        }
        JsonNode list = object.path("edits");
        if (!list.isArray() || list.size() > MOST_EDITS) {
            return wrong("\"edits\" must be a list of at most %d edits".formatted(MOST_EDITS));
        }
        String reason = object.path("reason").asText("").strip().replaceAll("\\s+", " ");
        List<Edit> edits = new ArrayList<>();
        try {
            for (JsonNode each : list) {
                edits.add(reader.read(each));
            }
        } catch (IllegalArgumentException problem) {
            return wrong(String.valueOf(problem.getMessage()));
        }
        return new RewriteReply(
                new Proposal(edits, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))), "");
    }

    private static RewriteReply wrong(String problem) {
        return new RewriteReply(new Proposal(List.of(), ""), problem);
    }
}
