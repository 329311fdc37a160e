package io.personaagent.memory.sqlite;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.json.Json;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Forgotten.Stage;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Removed;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rows that tell what was forgotten, and the episodes that still are to be. */
final class ForgettingRows {

    private static final String SELECT = "SELECT number, begun, stage, removed, digest FROM forgetting";

    private final Handle handle;

    ForgettingRows(Handle handle) {
        this.handle = handle;
    }

    /** Whether anything was forgotten ever. */
    boolean any() throws SQLException {
        return handle.number("SELECT EXISTS (SELECT 1 FROM forgetting)") == 1;
    }

    Forgotten begin(Instant now, Set<EpisodeId> episodes) throws SQLException {
        String digest = RowHash.of("forgotten", Evidence.joined(episodes));
        long number = insert(now, false, digest);
        for (EpisodeId episode : episodes) {
            handle.run("INSERT INTO doomed (forgetting, episode) VALUES (?, ?)", number, episode.value());
        }
        return find(number);
    }

    Forgotten beginAll(Instant now) throws SQLException {
        return find(insert(now, true, ""));
    }

    private long insert(Instant now, boolean everything, String digest) throws SQLException {
        handle.run(
                "INSERT INTO forgetting (begun, stage, everything, digest, removed) VALUES (?, ?, ?, ?, ?)",
                now.toEpochMilli(),
                Stage.BEGUN.name(),
                everything ? 1 : 0,
                digest,
                json(Removed.NOTHING));
        return handle.lastNumber();
    }

    Forgotten find(long number) throws SQLException {
        return handle.first(SELECT + " WHERE number = ?", ForgettingRows::row, number)
                .orElseThrow(() -> new MemoryException("there is no forgetting of number %d".formatted(number)));
    }

    boolean isOfEverything(long number) throws SQLException {
        return handle.number("SELECT everything FROM forgetting WHERE number = ?", number) == 1;
    }

    List<Forgotten> all() throws SQLException {
        return handle.list(SELECT + " ORDER BY number", ForgettingRows::row);
    }

    List<EpisodeId> doomed(long number, int limit) throws SQLException {
        return handle.list(
                "SELECT episode FROM doomed WHERE forgetting = ? ORDER BY episode LIMIT ?",
                row -> new EpisodeId(Handle.text(row, 1)),
                number,
                limit);
    }

    long countDoomed(long number) throws SQLException {
        return handle.number("SELECT count(*) FROM doomed WHERE forgetting = ?", number);
    }

    void isRemoved(EpisodeId episode) throws SQLException {
        handle.run("DELETE FROM doomed WHERE episode = ?", episode.value());
    }

    void add(long number, Removed more) throws SQLException {
        Removed sum = find(number).removed().and(more);
        handle.run("UPDATE forgetting SET removed = ? WHERE number = ?", json(sum), number);
    }

    /** Moves it on; never back, as two processes may be completing the same one. */
    void moveTo(long number, Stage stage) throws SQLException {
        handle.run(
                "UPDATE forgetting SET stage = ? WHERE number = ? AND stage <> ?",
                stage.name(),
                number,
                Stage.DONE.name());
    }

    private static Forgotten row(ResultSet row) throws SQLException {
        return new Forgotten(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                stage(Handle.text(row, 3)),
                removed(Json.read(Handle.text(row, 4))),
                Handle.text(row, 5));
    }

    /** A stage that is damaged counts as the first: to complete it twice does no harm. */
    private static Stage stage(String name) {
        return List.of(Stage.values()).stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElse(Stage.BEGUN);
    }

    private static String json(Removed removed) {
        return Json.object(json -> {
            json.writeNumberField("episodes", removed.episodes());
            json.writeNumberField("feedback", removed.feedback());
            json.writeNumberField("links", removed.links());
            json.writeNumberField("entries", removed.entries());
            json.writeObjectFieldStart("records");
            for (Map.Entry<String, Map<String, Long>> owner :
                    removed.records().entrySet()) {
                write(json, owner);
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Map.Entry<String, Map<String, Long>> owner) throws IOException {
        json.writeObjectFieldStart(owner.getKey());
        for (Map.Entry<String, Long> kind : owner.getValue().entrySet()) {
            json.writeNumberField(kind.getKey(), kind.getValue());
        }
        json.writeEndObject();
    }

    private static Removed removed(JsonNode json) {
        Map<String, Map<String, Long>> records = new TreeMap<>();
        for (Map.Entry<String, JsonNode> owner : json.path("records").properties()) {
            Map<String, Long> kinds = new TreeMap<>();
            owner.getValue()
                    .properties()
                    .forEach(kind -> kinds.put(kind.getKey(), kind.getValue().longValue()));
            records.put(owner.getKey(), kinds);
        }
        return new Removed(
                json.path("episodes").longValue(),
                json.path("feedback").longValue(),
                records,
                json.path("links").longValue(),
                json.path("entries").longValue());
    }

    /** The latest that are not done, the oldest first. */
    List<Forgotten> unfinished() throws SQLException {
        return handle.list(
                SELECT + " WHERE stage <> ? ORDER BY number", ForgettingRows::row, Stage.DONE.name());
    }

    /** What an owner is to absorb again. */
    static List<EpisodeId> toAbsorbAgain(Handle handle, String owner, int limit) throws SQLException {
        return handle.list(
                "SELECT episode FROM absorb_again WHERE owner = ? ORDER BY episode LIMIT ?",
                row -> new EpisodeId(Handle.text(row, 1)),
                owner,
                limit);
    }

    /** Those of the evidence that the log has; the rest was forgotten, if anything was. */
    boolean allKnown(Set<EpisodeId> evidence) throws SQLException {
        for (EpisodeId episode : evidence) {
            Optional<Long> found =
                    handle.first("SELECT position FROM episode WHERE id = ?", row -> row.getLong(1), episode.value());
            if (found.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
