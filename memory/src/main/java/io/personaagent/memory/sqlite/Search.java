package io.personaagent.memory.sqlite;

import io.personaagent.memory.episode.Text;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Vector;
import java.sql.SQLException;
import java.util.List;

/** Searches one collection, with no more records in memory than are asked for. */
final class Search {

    private final Handle handle;
    private final Collection collection;

    private interface Channel {
        void offerAll(Best best) throws SQLException;
    }

    Search(Handle handle, Collection collection) {
        this.handle = handle;
        this.collection = collection;
    }

    List<Hit> nearest(Vector query, int limit) throws SQLException {
        return query.isNone() ? List.of() : best(limit, best -> offerNearest(query, best));
    }

    private void offerNearest(Vector query, Best best) throws SQLException {
        handle.each(
                "SELECT id, vector FROM record WHERE collection = ? AND model = ? AND length(vector) = ?",
                row -> {
                    Vector vector = VectorBlob.vector(query.model(), Handle.bytes(row, 2));
                    best.offer(new Best.Candidate(query.cosine(vector), Handle.text(row, 1)));
                    return true;
                },
                collection.number(),
                query.model(),
                query.dimension() * Float.BYTES);
    }

    List<Hit> matching(String query, int limit) throws SQLException {
        return best(limit, best -> offerMatching(Text.clean(query), best));
    }

    private void offerMatching(String query, Best best) throws SQLException {
        collection.terms(handle).match(query, (id, score) -> best.offer(new Best.Candidate(score, id)));
    }

    private List<Hit> best(int limit, Channel channel) throws SQLException {
        Best best = new Best(limit);
        channel.offerAll(best);
        return best.inOrder().stream()
                .flatMap(found -> collection.key(found.id()).map(key -> new Hit(key, found.score())).stream())
                .toList();
    }
}
