package io.personaagent.persona.align.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.json.Json;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Proposal;
import io.personaagent.persona.hand.StatementNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A draft as a JSON object and back. */
final class DraftJson {

    private DraftJson() {}

    static String of(Draft draft) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return draft.fold(
                        written -> node.put("reason", written.proposal().reason())
                                .set("edits", edits(written.proposal().edits())),
                        rejected -> node.put("rejected", rejected.reason()))
                .toString();
    }

    static Draft read(String text) {
        JsonNode node = Json.read(text);
        if (node.has("rejected")) {
            return new Draft.Rejected(node.path("rejected").asText());
        }
        List<Edit> edits = new ArrayList<>();
        node.path("edits").forEach(edit -> edits.add(edit(edit)));
        return new Draft.Written(new Proposal(edits, node.path("reason").asText()));
    }

    private static ArrayNode edits(List<Edit> edits) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        edits.forEach(edit -> array.add(node(edit)));
        return array;
    }

    private static ObjectNode node(Edit edit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        edit.fold(
                add -> node.set("add", StatementNode.of(add.statement())),
                replace -> node.set("replace", StatementNode.of(replace.statement())),
                remove -> {
                    ArrayNode because = node.put("remove", remove.id()).putArray("because");
                    remove.because().stream().map(EpisodeId::value).sorted().forEach(because::add);
                    return node;
                });
        return node;
    }

    private static Edit edit(JsonNode node) {
        if (node.has("add")) {
            return new Edit.Add(statement(node.path("add")));
        }
        if (node.has("replace")) {
            return new Edit.Replace(statement(node.path("replace")));
        }
        Set<EpisodeId> because = new TreeSet<>();
        node.path("because").forEach(episode -> because.add(new EpisodeId(episode.asText())));
        return new Edit.Remove(node.path("remove").asText(), because);
    }

    /** Its version is given by the persona. */
    private static Statement statement(JsonNode node) {
        return StatementNode.read(node, 1);
    }
}
