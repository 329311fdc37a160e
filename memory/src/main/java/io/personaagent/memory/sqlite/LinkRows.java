package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one owner's links. A link that does not match its hash does not come out. */
final class LinkRows {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRows.class);

    private static final String SELECT =
            """
            SELECT from_kind, from_id, relation, to_kind, to_id, weight,
              (SELECT group_concat(episode, ' ') FROM link_evidence WHERE link = link.number), hash
            FROM link WHERE owner = ?""";

    private final Handle handle;
    private final String owner;

    private record Content(Ends ends, String relation, String weight, String evidence) {}

    private record Ends(String fromKind, String fromId, String toKind, String toId) {}

    /** Takes a link, which is empty when it is damaged. */
    interface Visitor {
        void visit(Optional<Link> link);
    }

    LinkRows(Handle handle, String owner) {
        this.handle = handle;
        this.owner = owner;
    }

    void from(RecordKey from, Visitor visitor) throws SQLException {
        handle.each(
                SELECT + " AND from_kind = ? AND from_id = ?",
                row -> {
                    visitor.visit(link(row));
                    return true;
                },
                owner,
                from.kind(),
                from.id());
    }

    void all(Visitor visitor) throws SQLException {
        handle.each(
                SELECT,
                row -> {
                    visitor.visit(link(row));
                    return true;
                },
                owner);
    }

    void put(Link link) throws SQLException {
        RecordKey from = link.from();
        RecordKey to = link.to();
        String weight = Double.toString(link.weight());
        Content content = new Content(
                new Ends(from.kind(), from.id(), to.kind(), to.id()),
                link.relation(),
                weight,
                Evidence.joined(link.evidence()));
        handle.run(
                "DELETE FROM link WHERE owner = ? AND from_kind = ? AND from_id = ? AND relation = ? AND to_kind = ? AND to_id = ?",
                owner,
                from.kind(),
                from.id(),
                link.relation(),
                to.kind(),
                to.id());
        handle.run(
                "INSERT INTO link (owner, from_kind, from_id, relation, to_kind, to_id, weight, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                owner,
                from.kind(),
                from.id(),
                link.relation(),
                to.kind(),
                to.id(),
                weight,
                hash(content));
        long number = handle.lastNumber();
        for (var episode : link.evidence()) {
            handle.run("INSERT INTO link_evidence (link, episode) VALUES (?, ?)", number, episode.value());
        }
    }

    /** Removes the links that start or end there; how many. */
    int removeAt(RecordKey end) throws SQLException {
        return handle.run(
                        "DELETE FROM link WHERE owner = ? AND from_kind = ? AND from_id = ?",
                        owner,
                        end.kind(),
                        end.id())
                + handle.run(
                        "DELETE FROM link WHERE owner = ? AND to_kind = ? AND to_id = ?", owner, end.kind(), end.id());
    }

    void clear() throws SQLException {
        handle.run("DELETE FROM link WHERE owner = ?", owner);
    }

    private Optional<Link> link(ResultSet row) throws SQLException {
        Ends ends = new Ends(Handle.text(row, 1), Handle.text(row, 2), Handle.text(row, 4), Handle.text(row, 5));
        Content content =
                new Content(ends, Handle.text(row, 3), Handle.text(row, 6), Evidence.sorted(Handle.text(row, 7)));
        if (!hash(content).equals(Handle.text(row, 8))) {
            LOG.error(
                    "a link from '{}/{}' of {} is damaged on the disk and is left out; 'doctor' tells more",
                    ends.fromKind(),
                    ends.fromId(),
                    owner);
            return Optional.empty();
        }
        return Optional.of(new Link(
                new RecordKey(ends.fromKind(), ends.fromId()),
                new RecordKey(ends.toKind(), ends.toId()),
                content.relation(),
                Double.parseDouble(content.weight()),
                Evidence.parsed(content.evidence())));
    }

    private String hash(Content content) {
        Ends ends = content.ends();
        return RowHash.of(
                "link",
                owner,
                ends.fromKind(),
                ends.fromId(),
                content.relation(),
                ends.toKind(),
                ends.toId(),
                content.weight(),
                content.evidence());
    }
}
