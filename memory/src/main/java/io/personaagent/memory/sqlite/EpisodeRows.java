package io.personaagent.memory.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.json.EpisodeBody;
import io.personaagent.memory.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of the log. An episode of which a row does not match its hash, or which lacks a row of feedback, does not come out: without
 * its correction an episode tells what is not so.
 */
final class EpisodeRows {

    private static final Logger LOG = LoggerFactory.getLogger(EpisodeRows.class);

    private final Handle handle;

    private record EpisodeRow(long position, String id, String session, Times times, int feedbacks, Body body) {
        String computedHash() {
            return hash(position, id, session, times, body.json());
        }
    }

    private record Times(long happened, long recorded) {}

    private record Body(String json, String hash) {}

    private record FeedbackRow(long position, String verdict, String text, long given, String hash) {}

    EpisodeRows(Handle handle) {
        this.handle = handle;
    }

    boolean exists(EpisodeId id) throws SQLException {
        return handle.number("SELECT count(*) FROM episode WHERE id = ?", id.value()) > 0;
    }

    /** The episode, if it is there and whole. */
    Optional<StoredEpisode> find(EpisodeId id) throws SQLException {
        return find(id.value());
    }

    /** The same by what a row says its id is, which may be damaged too. */
    Optional<StoredEpisode> find(String id) throws SQLException {
        Optional<EpisodeRow> found = handle.first(
                "SELECT position, id, session, happened, recorded, feedbacks, body, hash FROM episode WHERE id = ?",
                EpisodeRows::episodeRow,
                id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        EpisodeRow row = found.get();
        List<FeedbackRow> feedback = handle.list(
                "SELECT position, verdict, text, given, hash FROM feedback WHERE episode = ? ORDER BY number",
                EpisodeRows::feedbackRow,
                id);
        if (!isWhole(row, id, feedback)) {
            LOG.error("episode '{}' is damaged on the disk and is left out; 'doctor' tells more", id);
            return Optional.empty();
        }
        return Optional.of(stored(row, feedback));
    }

    private static boolean isWhole(EpisodeRow row, String id, List<FeedbackRow> feedback) {
        return row.id().equals(id)
                && row.feedbacks() == feedback.size()
                && row.computedHash().equals(row.body().hash())
                && feedback.stream().allMatch(each -> hash(id, each).equals(each.hash()));
    }

    private static StoredEpisode stored(EpisodeRow row, List<FeedbackRow> feedback) {
        JsonNode body = Json.read(row.body().json());
        Occasion occasion = new Occasion(
                row.session(),
                Instant.ofEpochMilli(row.times().happened()),
                Instant.ofEpochMilli(row.times().recorded()));
        Episode episode = new Episode(
                new EpisodeId(row.id()),
                occasion,
                EpisodeBody.exchange(body),
                EpisodeBody.provenance(body),
                feedback.stream().map(EpisodeRows::feedback).toList());
        return new StoredEpisode(
                row.position(),
                episode,
                feedback.stream().map(FeedbackRow::position).toList());
    }

    /** Writes an episode that is not there yet, and its feedback. */
    void insert(long position, Episode episode) throws SQLException {
        String id = episode.id().value();
        String session = episode.occasion().session();
        Times times = new Times(
                episode.occasion().happened().toEpochMilli(),
                episode.occasion().recorded().toEpochMilli());
        String body = EpisodeBody.of(episode);
        List<Feedback> feedback = episode.feedback().stream().distinct().toList();
        handle.run(
                "INSERT INTO episode (position, id, session, happened, recorded, feedbacks, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                position,
                id,
                session,
                times.happened(),
                times.recorded(),
                feedback.size(),
                body,
                hash(position, id, session, times, body));
        for (Feedback each : feedback) {
            insertRow(position, episode.id(), each);
        }
    }

    /** Writes one more piece of feedback. */
    void insert(long position, EpisodeId id, Feedback feedback) throws SQLException {
        insertRow(position, id, feedback);
        handle.run("UPDATE episode SET feedbacks = feedbacks + 1 WHERE id = ?", id.value());
    }

    private void insertRow(long position, EpisodeId id, Feedback feedback) throws SQLException {
        FeedbackRow row = new FeedbackRow(
                position,
                feedback.verdict().name(),
                feedback.text(),
                feedback.given().toEpochMilli(),
                "");
        handle.run(
                "INSERT INTO feedback (position, episode, verdict, text, given, hash) VALUES (?, ?, ?, ?, ?, ?)",
                position,
                id.value(),
                row.verdict(),
                row.text(),
                row.given(),
                hash(id.value(), row));
    }

    private static EpisodeRow episodeRow(ResultSet row) throws SQLException {
        return new EpisodeRow(
                row.getLong(1),
                Handle.text(row, 2),
                Handle.text(row, 3),
                new Times(row.getLong(4), row.getLong(5)),
                row.getInt(6),
                new Body(Handle.text(row, 7), Handle.text(row, 8)));
    }

    private static FeedbackRow feedbackRow(ResultSet row) throws SQLException {
        return new FeedbackRow(
                row.getLong(1), Handle.text(row, 2), Handle.text(row, 3), row.getLong(4), Handle.text(row, 5));
    }

    private static Feedback feedback(FeedbackRow row) {
        return new Feedback(Feedback.Verdict.valueOf(row.verdict()), row.text(), Instant.ofEpochMilli(row.given()));
    }

    private static String hash(long position, String id, String session, Times times, String body) {
        return RowHash.of("episode", position, id, session, times.happened(), times.recorded(), body);
    }

    private static String hash(String id, FeedbackRow row) {
        return RowHash.of("feedback", row.position(), id, row.verdict(), row.text(), row.given());
    }
}
