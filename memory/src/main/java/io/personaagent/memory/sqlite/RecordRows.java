package io.personaagent.memory.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.json.Json;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one collection. A record that does not match its hash does not come out. */
final class RecordRows {

    private static final Logger LOG = LoggerFactory.getLogger(RecordRows.class);

    private static final String EVIDENCE =
            "(SELECT group_concat(episode, ' ') FROM record_evidence WHERE record_evidence.record = number)";

    private static final String DESCRIBED =
            """
            SELECT record.id, vector_hash, attributes, text, %s, hash
            FROM json_each(?) CROSS JOIN record ON record.id = value WHERE collection = ?"""
                    .formatted(EVIDENCE);

    private static final String WHOLE =
            """
            SELECT id, vector_hash, attributes, text, %s, hash, model, floats
            FROM record LEFT JOIN vector ON vector.record = number WHERE collection = ?"""
                    .formatted(EVIDENCE);

    private final Handle handle;
    private final Collection collection;

    RecordRows(Handle handle, Collection collection) {
        this.handle = handle;
        this.collection = collection;
    }

    Optional<DerivedRecord> find(String id) throws SQLException {
        return handle.first(WHOLE + " AND id = ?", this::whole, collection.number(), id)
                .flatMap(found -> found)
                .filter(found -> found.key().id().equals(id));
    }

    /** Gives those that are there without their vectors, which are not looked at. */
    void described(List<String> ids, Visitor visitor) throws SQLException {
        handle.each(
                DESCRIBED,
                row -> visitor.visit(Handle.text(row, 1), described(row)),
                Json.array(ids),
                collection.number());
    }

    /** The keys of those whose evidence has the episode. */
    List<RecordKey> restingOn(EpisodeId episode) throws SQLException {
        return handle
                .list(
                        "SELECT id FROM record_evidence JOIN record ON number = record WHERE episode = ? AND collection = ?",
                        row -> collection.key(Handle.text(row, 1)),
                        episode.value(),
                        collection.number())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Takes records in the order of their ids, for as long as the visitor wants. */
    void after(String id, Visitor visitor) throws SQLException {
        handle.each(
                WHOLE + " AND id > ? ORDER BY id",
                row -> visitor.visit(Handle.text(row, 1), whole(row)),
                collection.number(),
                id);
    }

    /** Takes a record, which is empty when it is damaged. */
    interface Visitor {
        /** Whether it wants another one. */
        boolean visit(String id, Optional<DerivedRecord> record);
    }

    void put(DerivedRecord record) throws SQLException {
        remove(record.key().id());
        String model = record.vector().model();
        byte[] floats = VectorBlob.of(record.vector());
        long number = insert(record, RecordHash.ofVector(model, floats));
        for (EpisodeId episode : record.evidence()) {
            handle.run("INSERT INTO record_evidence (record, episode) VALUES (?, ?)", number, episode.value());
        }
        if (floats.length > 0) {
            handle.run("INSERT INTO vector (record, model, floats) VALUES (?, ?, ?)", number, model, floats);
        }
        collection.terms(handle).put(number, record.text());
        new SpaceRow(handle, collection.number()).put(number, model, floats);
    }

    private long insert(DerivedRecord record, String vectorHash) throws SQLException {
        String id = record.key().id();
        RecordHash hashed =
                new RecordHash(vectorHash, attributes(record), record.text(), Evidence.joined(record.evidence()));
        handle.run("UPDATE record_end SET number = number + 1");
        handle.run(
                "INSERT INTO record (number, collection, id, vector_hash, attributes, text, hash)"
                        + " VALUES ((SELECT number FROM record_end), ?, ?, ?, ?, ?, ?)",
                collection.number(),
                id,
                vectorHash,
                hashed.attributes(),
                hashed.text(),
                hashed.of(collection.owner(), collection.kind(), id));
        return handle.lastNumber();
    }

    void remove(String id) throws SQLException {
        Optional<Long> number = handle.first(
                "SELECT number FROM record WHERE collection = ? AND id = ?",
                row -> row.getLong(1),
                collection.number(),
                id);
        if (number.isPresent()) {
            handle.run("DELETE FROM record WHERE number = ?", number.get());
            collection.terms(handle).remove(number.get());
        }
    }

    private Optional<DerivedRecord> whole(ResultSet row) throws SQLException {
        Optional<DerivedRecord> described = described(row);
        if (described.isEmpty()) {
            return described;
        }
        String model = Handle.text(row, 7);
        byte[] floats = Handle.bytes(row, 8);
        if (!RecordHash.ofVector(model, floats).equals(Handle.text(row, 2))) {
            return damaged(described.get().key().id());
        }
        return Optional.of(described.get().with(VectorBlob.vector(model, floats)));
    }

    private Optional<DerivedRecord> described(ResultSet row) throws SQLException {
        String id = Handle.text(row, 1);
        RecordHash hashed = new RecordHash(
                Handle.text(row, 2), Handle.text(row, 3), Handle.text(row, 4), Evidence.sorted(Handle.text(row, 5)));
        if (!hashed.of(collection.owner(), collection.kind(), id).equals(Handle.text(row, 6))) {
            return damaged(id);
        }
        return Optional.of(new DerivedRecord(
                new RecordKey(collection.kind(), id),
                hashed.text(),
                attributes(hashed.attributes()),
                Evidence.parsed(hashed.evidence()),
                Vector.NONE));
    }

    private Optional<DerivedRecord> damaged(String id) {
        LOG.error(
                "record '{}/{}' of {} is damaged on the disk and is left out; 'doctor' tells more",
                collection.kind(),
                id,
                collection.owner());
        return Optional.empty();
    }

    private static Map<String, String> attributes(String json) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : Json.read(json).properties()) {
            attributes.put(attribute.getKey(), attribute.getValue().textValue());
        }
        return attributes;
    }

    private static String attributes(DerivedRecord record) {
        return Json.object(json -> {
            for (Map.Entry<String, String> attribute : record.attributes().entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
        });
    }
}
