package io.personaagent.memory.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.json.Json;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One line of {@link #FILE}: the beginning of an owner's records, a record, or a link between two of them. */
sealed interface RecordLine {

    String FILE = "records.jsonl";

    <T> T fold(Function<Owner, T> owner, Function<Kept, T> kept, Function<Linked, T> linked);

    String toJson();

    /** The records of this owner follow. */
    record Owner(String name, long cursor) implements RecordLine {
        @Override
        public <T> T fold(Function<Owner, T> owner, Function<Kept, T> kept, Function<Linked, T> linked) {
            return owner.apply(this);
        }

        @Override
        public String toJson() {
            return Json.object(json -> {
                json.writeStringField("entry", "owner");
                json.writeStringField("name", name);
                json.writeNumberField("cursor", cursor);
            });
        }
    }

    /** A record. */
    record Kept(DerivedRecord record) implements RecordLine {
        @Override
        public <T> T fold(Function<Owner, T> owner, Function<Kept, T> kept, Function<Linked, T> linked) {
            return kept.apply(this);
        }

        @Override
        public String toJson() {
            return Json.object(json -> {
                json.writeStringField("entry", "record");
                write(json, "key", record.key());
                json.writeStringField("text", record.text());
                json.writeObjectFieldStart("attributes");
                for (Map.Entry<String, String> attribute : record.attributes().entrySet()) {
                    json.writeStringField(attribute.getKey(), attribute.getValue());
                }
                json.writeEndObject();
                write(json, record.evidence());
                json.writeStringField("model", record.vector().model());
                json.writeStringField("vector", encoded(record.vector()));
            });
        }
    }

    /** A link. */
    record Linked(Link link) implements RecordLine {
        @Override
        public <T> T fold(Function<Owner, T> owner, Function<Kept, T> kept, Function<Linked, T> linked) {
            return linked.apply(this);
        }

        @Override
        public String toJson() {
            return Json.object(json -> {
                json.writeStringField("entry", "link");
                write(json, "from", link.from());
                write(json, "to", link.to());
                json.writeStringField("relation", link.relation());
                json.writeStringField("weight", Double.toString(link.weight()));
                write(json, link.evidence());
            });
        }
    }

    private static void write(JsonGenerator json, String field, RecordKey key) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("kind", key.kind());
        json.writeStringField("id", key.id());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Set<EpisodeId> evidence) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (EpisodeId episode : evidence) {
            json.writeString(episode.value());
        }
        json.writeEndArray();
    }

    private static String encoded(Vector vector) {
        float[] values = vector.values();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static RecordLine parse(String line) {
        JsonNode json = Json.read(line);
        return switch (Fields.text(json, "entry")) {
            case "owner" ->
                new Owner(Fields.text(json, "name"), json.path("cursor").asLong());
            case "record" -> new Kept(record(json));
            case "link" -> new Linked(link(json));
            default ->
                throw new IllegalArgumentException(
                        "entry is '%s'; expected owner, record or link".formatted(Fields.text(json, "entry")));
        };
    }

    private static DerivedRecord record(JsonNode json) {
        Map<String, String> attributes = new TreeMap<>();
        Fields.object(json, "attributes")
                .properties()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().asText()));
        return new DerivedRecord(key(json, "key"), Fields.text(json, "text"), attributes, evidence(json), vector(json));
    }

    private static Link link(JsonNode json) {
        return new Link(
                key(json, "from"),
                key(json, "to"),
                Fields.text(json, "relation"),
                Double.parseDouble(Fields.text(json, "weight")),
                evidence(json));
    }

    private static RecordKey key(JsonNode json, String field) {
        JsonNode key = Fields.object(json, field);
        return new RecordKey(Fields.text(key, "kind"), Fields.text(key, "id"));
    }

    private static Set<EpisodeId> evidence(JsonNode json) {
        Set<EpisodeId> evidence = new TreeSet<>();
        Fields.list(json, "evidence").forEach(each -> evidence.add(new EpisodeId(each.asText())));
        return evidence;
    }

    private static Vector vector(JsonNode json) {
        byte[] bytes = Base64.getDecoder().decode(Fields.text(json, "vector"));
        if (bytes.length == 0) {
            return Vector.NONE;
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Vector.of(Fields.text(json, "model"), values);
    }
}
