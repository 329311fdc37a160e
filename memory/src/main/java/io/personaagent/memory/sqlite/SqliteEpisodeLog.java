package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.UnknownEpisodeException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One person's log. One count runs over episodes and feedback alike: the position. Feedback that came with its episode has no entry of
 * its own.
 */
final class SqliteEpisodeLog implements EpisodeLog {

    static final String APPENDING = "append to the log";
    private static final String READING = "read the log";

    // Each branch is cut before they are put together, so that a long log is not sorted for every page.
    private static final String ENTRIES =
            """
            SELECT position, id FROM (SELECT position, id FROM episode WHERE position > ?1 ORDER BY position LIMIT ?2)
            UNION
            SELECT position, episode FROM
              (SELECT DISTINCT position, episode FROM feedback WHERE position > ?1 ORDER BY position LIMIT ?2)
            ORDER BY 1 LIMIT ?2
            """;

    // More than every position in use, should the count itself be damaged.
    private static final String NEXT_POSITION =
            """
            UPDATE log_end SET position = 1 + max(
              position,
              (SELECT ifnull(max(position), 0) FROM episode),
              (SELECT ifnull(max(position), 0) FROM feedback))
            RETURNING position
            """;

    private final Database database;

    private record Entry(long position, String id) {}

    SqliteEpisodeLog(Database database) {
        this.database = database;
    }

    @Override
    public Receipt append(Episode episode) {
        return appendAll(List.of(episode)).get(0);
    }

    @Override
    public List<Receipt> appendAll(List<Episode> episodes) {
        List<Episode> fixed = List.copyOf(episodes);
        return database.write(APPENDING, handle -> {
            List<Receipt> receipts = new ArrayList<>();
            for (Episode episode : fixed) {
                receipts.add(append(handle, episode));
            }
            return receipts;
        });
    }

    /** Appends within a transaction of somebody else's. */
    Receipt append(Handle handle, Episode episode) throws SQLException {
        EpisodeRows rows = new EpisodeRows(handle);
        if (rows.exists(episode.id())) {
            StoredEpisode before = whole(rows, episode.id());
            if (!before.wasAppendedAs(episode)) {
                throw new ConflictException(episode.id());
            }
            return new Receipt(episode.id(), before.position(), false);
        }
        long position = nextPosition(handle);
        rows.insert(position, episode);
        return new Receipt(episode.id(), position, true);
    }

    @Override
    public Receipt add(EpisodeId id, Feedback feedback) {
        requireNonNull(feedback, "feedback");
        return database.write(APPENDING, handle -> {
            EpisodeRows rows = new EpisodeRows(handle);
            if (!rows.exists(id)) {
                throw new UnknownEpisodeException(id);
            }
            Optional<Long> before = whole(rows, id).positionOf(feedback);
            if (before.isPresent()) {
                return new Receipt(id, before.get(), false);
            }
            long position = nextPosition(handle);
            rows.insert(position, id, feedback);
            return new Receipt(id, position, true);
        });
    }

    private StoredEpisode whole(EpisodeRows rows, EpisodeId id) throws SQLException {
        return rows.find(id)
                .orElseThrow(() -> new MemoryException(
                        "episode '%s' is damaged on the disk, so nothing is added to it; run 'doctor' and put back a backup (%s)"
                                .formatted(id, database.file())));
    }

    private static long nextPosition(Handle handle) throws SQLException {
        return handle.number(NEXT_POSITION);
    }

    private static long end(Handle handle) throws SQLException {
        return handle.number("SELECT position FROM log_end");
    }

    @Override
    public Optional<Episode> find(EpisodeId id) {
        requireNonNull(id, "id");
        return database.read(READING, handle -> new EpisodeRows(handle).find(id).map(StoredEpisode::episode));
    }

    @Override
    public List<LogEntry> after(long position, int limit) {
        Limits.atLeastOne(limit);
        return database.read(READING, handle -> {
            List<LogEntry> found = new ArrayList<>();
            long place = position;
            // A damaged entry is left out, and must not be taken for the end of the log.
            List<Entry> page = entries(handle, place, limit);
            while (!page.isEmpty() && found.size() < limit) {
                addWhole(handle, page, found);
                place = page.get(page.size() - 1).position();
                page = entries(handle, place, limit - found.size());
            }
            return found;
        });
    }

    private static List<Entry> entries(Handle handle, long position, int limit) throws SQLException {
        return limit == 0
                ? List.of()
                : handle.list(ENTRIES, row -> new Entry(row.getLong(1), Handle.text(row, 2)), position, limit);
    }

    private static void addWhole(Handle handle, List<Entry> page, List<LogEntry> found) throws SQLException {
        EpisodeRows rows = new EpisodeRows(handle);
        for (Entry entry : page) {
            rows.find(entry.id())
                    .filter(stored -> stored.standsAt(entry.position()))
                    .ifPresent(stored -> found.add(new LogEntry(entry.position(), stored.episode())));
        }
    }

    @Override
    public List<Episode> latest(int limit) {
        Limits.atLeastOne(limit);
        return database.read(
                READING, handle -> firstWhole(handle, limit, "SELECT id FROM episode ORDER BY position DESC"));
    }

    @Override
    public List<Episode> around(EpisodeId id, int distance) {
        requireNonNull(id, "id");
        return database.read(READING, handle -> {
            Optional<StoredEpisode> middle = new EpisodeRows(handle).find(id);
            return middle.isPresent() ? around(handle, middle.get(), distance) : List.of();
        });
    }

    private static List<Episode> around(Handle handle, StoredEpisode middle, int distance) throws SQLException {
        String session = middle.episode().occasion().session();
        Deque<Episode> all = new ArrayDeque<>();
        all.add(middle.episode());
        firstWhole(
                        handle,
                        distance,
                        "SELECT id FROM episode WHERE session = ? AND position < ? ORDER BY position DESC",
                        session,
                        middle.position())
                .forEach(all::addFirst);
        firstWhole(
                        handle,
                        distance,
                        "SELECT id FROM episode WHERE session = ? AND position > ? ORDER BY position",
                        session,
                        middle.position())
                .forEach(all::addLast);
        return List.copyOf(all);
    }

    @Override
    public List<Episode> between(Instant from, Instant until, int limit) {
        Limits.atLeastOne(limit);
        return database.read(
                READING,
                handle -> firstWhole(
                        handle,
                        limit,
                        "SELECT id FROM episode WHERE happened >= ? AND happened < ? ORDER BY happened DESC, position DESC",
                        from.toEpochMilli(),
                        until.toEpochMilli()));
    }

    private static List<Episode> firstWhole(Handle handle, int limit, String idsInOrder, Object... values)
            throws SQLException {
        List<Episode> found = new ArrayList<>();
        if (limit < 1) {
            return found;
        }
        EpisodeRows rows = new EpisodeRows(handle);
        handle.each(
                idsInOrder,
                row -> {
                    rows.find(Handle.text(row, 1)).ifPresent(stored -> found.add(stored.episode()));
                    return found.size() < limit;
                },
                values);
        return found;
    }

    @Override
    public long count() {
        return database.read(READING, handle -> handle.number("SELECT count(*) FROM episode"));
    }

    @Override
    public long end() {
        return database.read(READING, SqliteEpisodeLog::end);
    }
}
