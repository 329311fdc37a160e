package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Vector;
import java.sql.SQLException;
import java.util.List;

/** Searches one collection, with no more records in memory than are asked for. */
final class Search {

    private final Handle handle;
    private final Collection collection;
    private final Database kept;

    Search(Handle handle, Collection collection, Database kept) {
        this.handle = handle;
        this.collection = collection;
        this.kept = kept;
    }

    List<Hit> nearest(Vector query, int limit) throws SQLException {
        return hits(new NearestSearch(handle, collection, kept.signatures()).best(query, limit));
    }

    List<Hit> matching(String query, int limit) throws SQLException {
        return hits(new TermSearch(handle, collection, kept.lengths()).best(query, limit));
    }

    private List<Hit> hits(List<Best.Candidate> candidates) {
        return candidates.stream()
                .flatMap(found -> collection.key(found.id()).map(key -> new Hit(key, found.score())).stream())
                .toList();
    }
}
