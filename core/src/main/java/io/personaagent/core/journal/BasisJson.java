package io.personaagent.core.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import java.time.Instant;
import java.util.List;

/** What a turn began with, as JSON. */
final class BasisJson {

    private BasisJson() {}

    static ObjectNode of(Basis basis) {
        ObjectNode node = JournalJson.object()
                .put("planner", basis.planner())
                .put("persona", basis.persona())
                .put("questions", basis.questions());
        node.set("recalled", JournalJson.array(basis.recalled(), BasisJson::of));
        ids(node.putArray("conversation"), basis.conversation());
        return node;
    }

    static Basis basis(JsonNode node) {
        return new Basis(
                node.path("planner").asText(),
                node.path("persona").asInt(),
                JournalJson.list(node.path("recalled"), BasisJson::recollection),
                ids(node.path("conversation")),
                node.path("questions").asInt());
    }

    private static ObjectNode of(Recollection memory) {
        ObjectNode node = JournalJson.object()
                .put("text", memory.text())
                .put("kind", memory.source().kind().name())
                .put("speaker", memory.source().speaker())
                .put("when", memory.source().when().toString())
                .put("score", memory.score().total())
                .put("sensitivity", memory.sensitivity().name())
                .put("trust", memory.trust().name());
        ids(node.putArray("evidence"), memory.source().evidence());
        node.set("parts", JournalJson.array(memory.score().parts(), BasisJson::of));
        return node;
    }

    private static Recollection recollection(JsonNode node) {
        return new Recollection(
                node.path("text").asText(),
                new Source(
                        Source.Kind.valueOf(node.path("kind").asText()),
                        node.path("speaker").asText(),
                        Instant.parse(node.path("when").asText()),
                        ids(node.path("evidence"))),
                new Score(node.path("score").asDouble(), JournalJson.list(node.path("parts"), BasisJson::part)),
                Sensitivity.valueOf(node.path("sensitivity").asText()),
                Trust.valueOf(node.path("trust").asText()));
    }

    private static ObjectNode of(Score.Part part) {
        return JournalJson.object()
                .put("channel", part.channel())
                .put("value", part.value())
                .put("rank", part.rank());
    }

    private static Score.Part part(JsonNode node) {
        return new Score.Part(
                node.path("channel").asText(),
                node.path("value").asDouble(),
                node.path("rank").asInt());
    }

    private static void ids(ArrayNode array, List<EpisodeId> ids) {
        ids.forEach(id -> array.add(id.value()));
    }

    private static List<EpisodeId> ids(JsonNode array) {
        return JournalJson.list(array, id -> new EpisodeId(id.asText()));
    }
}
