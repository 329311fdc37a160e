package io.personaagent.memory.sqlite;

import io.personaagent.memory.episode.Text;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Vector;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches one collection, with no more records in memory than are asked for. */
final class Search {

    private final Handle handle;
    private final Collection collection;
    private final RecordRows rows;

    private interface Channel {
        void offerAll(Best best) throws SQLException;
    }

    Search(Handle handle, Collection collection) {
        this.handle = handle;
        this.collection = collection;
        this.rows = new RecordRows(handle, collection);
    }

    List<Hit> nearest(Vector query, int limit) throws SQLException {
        return query.isNone() ? List.of() : best(limit, best -> offerNearest(query, best));
    }

    private void offerNearest(Vector query, Best best) throws SQLException {
        handle.each(
                "SELECT number, id, vector FROM record WHERE collection = ? AND model = ? AND length(vector) = ?",
                row -> {
                    Vector vector = VectorBlob.vector(query.model(), Handle.bytes(row, 3));
                    best.offer(new Best.Candidate(query.cosine(vector), Handle.text(row, 2), row.getLong(1)));
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
        collection.terms(handle).match(query, (record, id, score) -> best.offer(new Best.Candidate(score, id, record)));
    }

    // A damaged record is left out, so others must be there to take its place.
    private List<Hit> best(int limit, Channel channel) throws SQLException {
        int wanted = limit;
        while (true) {
            Best best = new Best(wanted);
            channel.offerAll(best);
            List<Best.Candidate> candidates = best.inOrder();
            List<Hit> hits = whole(candidates, limit);
            if (hits.size() == limit || candidates.size() < wanted) {
                return hits;
            }
            wanted = (int) Math.min(Integer.MAX_VALUE, 2L * wanted);
        }
    }

    private List<Hit> whole(List<Best.Candidate> candidates, int limit) throws SQLException {
        List<Hit> hits = new ArrayList<>();
        for (Best.Candidate candidate : candidates) {
            Optional<DerivedRecord> record = hits.size() < limit ? rows.at(candidate.record()) : Optional.empty();
            record.ifPresent(found -> hits.add(new Hit(found, candidate.score())));
        }
        return hits;
    }
}
