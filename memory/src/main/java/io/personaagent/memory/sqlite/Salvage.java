package io.personaagent.memory.sqlite;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.MemoryException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves what matches its hash from one file into another; what does not is counted and keeps nothing else from being moved. */
final class Salvage {

    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final int BATCH = 256;

    private final Handle damaged;
    private final Database rescued;
    private final List<StoredEpisode> waiting = new ArrayList<>();
    private long episodes;
    private long lost;

    /** @param lost how much is known to be lost already */
    Salvage(Handle damaged, Database rescued, long lost) {
        this.damaged = damaged;
        this.rescued = rescued;
        this.lost = lost;
    }

    long episodes() {
        return episodes;
    }

    long lost() {
        return lost;
    }

    /** Copies the log, the shelves, the records of these owners, and what is still to be forgotten. */
    void all(Set<String> owners) {
        log();
        write();
        shelves();
        owners.forEach(this::records);
        forgetting(owners);
    }

    // Last, because a record that rests on what is forgotten is refused.
    private void forgetting(Set<String> owners) {
        rescued.write("write what is to be forgotten", handle -> {
            move(handle, "forgetting", List.of("number", "begun", "stage", "everything", "digest", "removed"));
            move(handle, "doomed", List.of("forgetting", "episode"));
            move(handle, "absorb_again", List.of("owner", "episode"));
            for (String owner : handle.list("SELECT DISTINCT owner FROM absorb_again", row -> Handle.text(row, 1))) {
                if (!owners.contains(owner)) {
                    handle.run("DELETE FROM absorb_again WHERE owner = ?", owner);
                }
            }
            return true;
        });
    }

    private void move(Handle handle, String table, List<String> columns) throws SQLException {
        String names = String.join(", ", columns);
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        damaged.each("SELECT %s FROM %s".formatted(names, table), row -> {
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1);
            }
            handle.run("INSERT INTO %s (%s) VALUES (%s)".formatted(table, names, places), values);
            return true;
        });
    }

    private void log() {
        EpisodeRows rows = new EpisodeRows(damaged);
        try {
            damaged.each("SELECT id FROM episode ORDER BY position", row -> {
                take(rows.find(Handle.text(row, 1)));
                return true;
            });
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the recovered rows cannot be read", unreadable);
        }
    }

    private void take(Optional<StoredEpisode> found) {
        found.ifPresentOrElse(waiting::add, () -> lost++);
        if (waiting.size() >= BATCH) {
            write();
        }
    }

    private void write() {
        rescued.write("write what was saved", handle -> {
            EpisodeRows rows = new EpisodeRows(handle);
            for (StoredEpisode each : waiting) {
                insert(rows, each);
            }
            handle.run("UPDATE log_end SET position = max(position, (SELECT ifnull(max(position), 0) FROM episode), "
                    + "(SELECT ifnull(max(position), 0) FROM feedback))");
            return true;
        });
        episodes += waiting.size();
        waiting.clear();
    }

    private static void insert(EpisodeRows rows, StoredEpisode stored) throws SQLException {
        Episode episode = stored.episode();
        List<Feedback> first = new ArrayList<>(episode.feedback());
        for (int place = first.size() - 1;
                place >= 0 && stored.feedbackPositions().get(place) != stored.position();
                place--) {
            first.remove(place);
        }
        rows.insert(
                stored.position(),
                new Episode(episode.id(), episode.occasion(), episode.exchange(), episode.provenance(), first));
        for (int place = first.size(); place < episode.feedback().size(); place++) {
            rows.insert(
                    stored.feedbackPositions().get(place),
                    episode.id(),
                    episode.feedback().get(place));
        }
    }

    private void shelves() {
        try {
            damaged.each("SELECT owner, key, value, hash FROM shelf", row -> {
                String owner = Handle.text(row, 1);
                String key = Handle.text(row, 2);
                String value = Handle.text(row, 3);
                if (SqliteShelf.hash(owner, key, value).equals(Handle.text(row, 4))) {
                    new SqliteShelf(rescued, owner).put(key, value);
                } else {
                    lost++;
                }
                return true;
            });
        } catch (SQLException | MemoryException unreadable) {
            LOG.debug("the shelves cannot be read to the end", unreadable);
            lost++;
        }
    }

    private void records(String owner) {
        List<DerivedRecord> records = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        try {
            for (Collection collection : damaged.list(
                    "SELECT id, kind FROM collection WHERE owner = ?",
                    row -> new Collection(row.getLong(1), owner, Handle.text(row, 2)),
                    owner)) {
                new RecordRows(damaged, collection).after("", (id, record) -> keep(record, records));
            }
            new LinkRows(damaged, owner).all(link -> keep(link, links));
        } catch (SQLException | RuntimeException unreadable) {
            LOG.debug("the records of {} cannot be read to the end", owner, unreadable);
            lost++;
        }
        long cursor = cursor(owner);
        new SqliteRecordStore(rescued, owner)
                .applyIf(0, cursor, Changes.put(records).linking(links));
    }

    private <T> boolean keep(Optional<T> found, List<T> kept) {
        found.ifPresentOrElse(kept::add, () -> lost++);
        return true;
    }

    private long cursor(String owner) {
        try {
            return new CursorRow(damaged, owner).position();
        } catch (SQLException unreadable) {
            lost++;
            return 0;
        }
    }
}
