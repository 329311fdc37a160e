package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Vector;
import java.sql.SQLException;
import java.util.List;

/** Searches one collection, with no more records in memory than are asked for. */
final class Search {

    private final Handle handle;
    private final Collection collection;
    private final SignatureIndex signatures;

    Search(Handle handle, Collection collection, SignatureIndex signatures) {
        this.handle = handle;
        this.collection = collection;
        this.signatures = signatures;
    }

    List<Hit> nearest(Vector query, int limit) throws SQLException {
        return hits(new NearestSearch(handle, collection, signatures).best(query, limit));
    }

    List<Hit> matching(String query, int limit) throws SQLException {
        return hits(new TermSearch(handle, collection).best(query, limit));
    }

    private List<Hit> hits(List<Best.Candidate> candidates) {
        return candidates.stream()
                .flatMap(found -> collection.key(found.id()).map(key -> new Hit(key, found.score())).stream())
                .toList();
    }
}
