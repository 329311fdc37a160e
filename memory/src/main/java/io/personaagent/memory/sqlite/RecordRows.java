package io.personaagent.memory.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.json.Json;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import java.nio.ByteBuffer;
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

    private static final String SELECT =
            """
            SELECT id, model, vector, attributes, text,
              (SELECT group_concat(episode, ' ') FROM record_evidence WHERE record = record.number), hash
            FROM record WHERE collection = ?""";

    private final Handle handle;
    private final Collection collection;

    private record Content(String model, ByteBuffer vector, String attributes, String text, String evidence) {}

    RecordRows(Handle handle, Collection collection) {
        this.handle = handle;
        this.collection = collection;
    }

    Optional<DerivedRecord> find(String id) throws SQLException {
        return handle.first(SELECT + " AND id = ?", this::record, collection.number(), id)
                .flatMap(found -> found)
                .filter(found -> found.key().id().equals(id));
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
                SELECT + " AND id > ? ORDER BY id",
                row -> visitor.visit(Handle.text(row, 1), record(row)),
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
        Content content = content(record);
        handle.run("UPDATE record_end SET number = number + 1");
        handle.run(
                "INSERT INTO record (number, collection, id, model, vector, attributes, text, hash)"
                        + " VALUES ((SELECT number FROM record_end), ?, ?, ?, ?, ?, ?, ?)",
                collection.number(),
                record.key().id(),
                content.model(),
                content.vector().array(),
                content.attributes(),
                content.text(),
                hash(record.key().id(), content));
        long number = handle.lastNumber();
        for (EpisodeId episode : record.evidence()) {
            handle.run("INSERT INTO record_evidence (record, episode) VALUES (?, ?)", number, episode.value());
        }
        collection.terms(handle).put(number, record.text());
        new SpaceRow(handle, collection.number())
                .put(number, content.model(), content.vector().array());
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

    private Optional<DerivedRecord> record(ResultSet row) throws SQLException {
        String id = Handle.text(row, 1);
        String evidence = Handle.text(row, 6);
        Content content = new Content(
                Handle.text(row, 2),
                ByteBuffer.wrap(Handle.bytes(row, 3)),
                Handle.text(row, 4),
                Handle.text(row, 5),
                Evidence.sorted(evidence));
        if (!hash(id, content).equals(Handle.text(row, 7))) {
            LOG.error(
                    "record '{}/{}' of {} is damaged on the disk and is left out; 'doctor' tells more",
                    collection.kind(),
                    id,
                    collection.owner());
            return Optional.empty();
        }
        return Optional.of(record(id, content));
    }

    private DerivedRecord record(String id, Content content) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute :
                Json.read(content.attributes()).properties()) {
            attributes.put(attribute.getKey(), attribute.getValue().textValue());
        }
        return new DerivedRecord(
                new RecordKey(collection.kind(), id),
                content.text(),
                attributes,
                Evidence.parsed(content.evidence()),
                VectorBlob.vector(content.model(), content.vector().array()));
    }

    private static Content content(DerivedRecord record) {
        String attributes = Json.object(json -> {
            for (Map.Entry<String, String> attribute : record.attributes().entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
        });
        return new Content(
                record.vector().model(),
                ByteBuffer.wrap(VectorBlob.of(record.vector())),
                attributes,
                record.text(),
                Evidence.joined(record.evidence()));
    }

    private String hash(String id, Content content) {
        return RowHash.of(
                "record",
                collection.owner(),
                collection.kind(),
                id,
                content.model(),
                content.vector(),
                content.attributes(),
                content.text(),
                content.evidence());
    }
}
