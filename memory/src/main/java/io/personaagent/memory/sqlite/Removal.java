package io.personaagent.memory.sqlite;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Removed;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Takes episodes and what rests on them out of every table, within one transaction. */
final class Removal {

    private static final String NOTE_RECORDS =
            """
            INSERT OR IGNORE INTO absorb_again (owner, episode)
            SELECT owner, other.episode FROM record_evidence AS own
              JOIN record_evidence AS other ON other.record = own.record
              JOIN record ON record.number = own.record JOIN collection ON collection.id = collection
            WHERE own.episode = ?1 AND other.episode <> ?1""";

    private static final String NOTE_LINKS =
            """
            INSERT OR IGNORE INTO absorb_again (owner, episode)
            SELECT owner, other.episode FROM link_evidence AS own
              JOIN link_evidence AS other ON other.link = own.link
              JOIN link ON link.number = own.link
            WHERE own.episode = ?1 AND other.episode <> ?1""";

    private static final String NOTE_LINKS_AT =
            """
            INSERT OR IGNORE INTO absorb_again (owner, episode)
            SELECT owner, episode FROM link_evidence JOIN link ON link.number = link
            WHERE owner = ?1 AND ((from_kind = ?2 AND from_id = ?3) OR (to_kind = ?2 AND to_id = ?3))""";

    private static final List<String> EVERYTHING = List.of(
            "DELETE FROM link",
            "DELETE FROM record",
            "DELETE FROM collection",
            "DELETE FROM cursor",
            "DELETE FROM shelf",
            "DELETE FROM feedback",
            "DELETE FROM episode",
            "DELETE FROM absorb_again",
            "DELETE FROM doomed");

    private final Handle handle;

    private record Row(long number, Collection collection, String id) {}

    Removal(Handle handle) {
        this.handle = handle;
    }

    /** Takes out one episode. */
    Removed of(EpisodeId episode) throws SQLException {
        String id = episode.value();
        handle.run(NOTE_RECORDS, id);
        handle.run(NOTE_LINKS, id);
        Removed removed = Removed.NOTHING;
        for (Row row : restingOn(id)) {
            removed = removed.and(of(row));
        }
        long links = handle.run(
                "DELETE FROM link WHERE number IN (SELECT link FROM link_evidence WHERE episode = ?)", id);
        long feedback = handle.run("DELETE FROM feedback WHERE episode = ?", id);
        long episodes = handle.run("DELETE FROM episode WHERE id = ?", id);
        handle.run("DELETE FROM absorb_again WHERE episode = ?", id);
        return removed.and(new Removed(episodes, feedback, Map.of(), links, 0));
    }

    private List<Row> restingOn(String episode) throws SQLException {
        return handle.list(
                """
                SELECT number, collection.id, owner, kind, record.id FROM record_evidence
                JOIN record ON number = record JOIN collection ON collection.id = collection
                WHERE episode = ?""",
                row -> new Row(
                        row.getLong(1),
                        new Collection(row.getLong(2), Handle.text(row, 3), Handle.text(row, 4)),
                        Handle.text(row, 5)),
                episode);
    }

    private Removed of(Row row) throws SQLException {
        Collection collection = row.collection();
        long links = 0;
        for (RecordKey key : collection.key(row.id()).stream().toList()) {
            handle.run(NOTE_LINKS_AT, collection.owner(), key.kind(), key.id());
            links += new LinkRows(handle, collection.owner()).removeAt(key);
        }
        handle.run("DELETE FROM record WHERE number = ?", row.number());
        collection.terms(handle).remove(row.number());
        return new Removed(0, 0, Map.of(collection.owner(), Map.of(collection.kind(), 1L)), links, 0);
    }

    /** Takes out all there is but the count of positions and what tells of forgetting. */
    Removed ofEverything() throws SQLException {
        Removed removed = new Removed(
                handle.number("SELECT count(*) FROM episode"),
                handle.number("SELECT count(*) FROM feedback"),
                Map.of(),
                handle.number("SELECT count(*) FROM link"),
                handle.number("SELECT count(*) FROM shelf"));
        for (Collection collection : Collection.all(handle)) {
            long records = handle.number("SELECT count(*) FROM record WHERE collection = ?", collection.number());
            Map<String, Long> kind = records == 0 ? Map.of() : Map.of(collection.kind(), records);
            removed = removed.and(new Removed(0, 0, Map.of(collection.owner(), kind), 0, 0));
            collection.terms(handle).drop();
        }
        for (String sql : EVERYTHING) {
            handle.run(sql);
        }
        return removed;
    }
}
