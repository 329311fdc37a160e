package io.personaagent.persona.hand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A statement as JSON and back; its version is not part of it, the persona gives that. */
public final class StatementNode {

    private static final List<String> FIELDS = List.of(
            "id", "text", "kind", "polarity", "strength", "confidence", "evidence", "created", "confirmed", "pinned");

    private StatementNode() {}

    /** All of it but its version. */
    public static ObjectNode of(Statement statement) {
        Support support = statement.support();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", statement.id())
                .put("text", statement.text())
                .put("kind", Field.word(statement.kind()))
                .put("polarity", Field.word(statement.polarity()))
                .put("strength", statement.strength())
                .put("confidence", support.confidence());
        ArrayNode evidence = node.putArray("evidence");
        support.evidence().forEach(episode -> evidence.add(episode.value()));
        return node.put("created", support.created().toString())
                .put("confirmed", support.confirmed().toString())
                .put("pinned", statement.pinned());
    }

    /**
     * As of version 1.
     *
     * @param place its number in messages
     * @throws FormException when it is none
     */
    public static Statement read(JsonNode node, int place) {
        String where = "statement no. " + place;
        if (!node.isObject()) {
            throw new FormException(where + " is not a JSON object");
        }
        Field field = new Field(where, node);
        field.hasOnly(FIELDS);
        try {
            Meaning meaning = new Meaning(
                    field.text("text"),
                    field.oneOf("kind", Statement.Kind.values()),
                    field.oneOf("polarity", Statement.Polarity.values()),
                    field.number("strength"));
            Support support = new Support(
                    field.number("confidence"),
                    evidence(field),
                    instant(field, "created"),
                    instant(field, "confirmed"));
            return new Statement(field.text("id"), meaning, support, new Standing(1, field.flag("pinned")));
        } catch (IllegalArgumentException unusable) {
            throw new FormException("%s: %s".formatted(where, unusable.getMessage()));
        }
    }

    private static Set<EpisodeId> evidence(Field field) {
        Set<EpisodeId> evidence = new TreeSet<>();
        for (JsonNode episode : field.array("evidence")) {
            evidence.add(new EpisodeId(episode.asText()));
        }
        return evidence;
    }

    private static Instant instant(Field field, String name) {
        String text = field.text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'%s' is '%s', but must be a time such as 2026-05-01T09:30:00Z".formatted(name, text), wrong);
        }
    }
}
