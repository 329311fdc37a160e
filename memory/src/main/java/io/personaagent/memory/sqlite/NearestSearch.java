package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Vector;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the records of one collection whose vectors are nearest: candidates by their signatures, then exactly by their vectors. */
final class NearestSearch {

    /** Up to so many vectors are all compared exactly. */
    static final int FEW = 500;

    /** Of real turns and bge-small, 100 hold 98.6 % of the ten nearest. */
    private static final int LEAST = 200;

    private static final String VECTORS =
            """
            SELECT number, record.id, floats FROM json_each(?1) CROSS JOIN vector ON vector.record = value
            CROSS JOIN record INDEXED BY record_name ON number = vector.record
            WHERE collection = ?2 AND model = ?3 AND length(floats) = ?4""";

    private final Handle handle;
    private final Collection collection;
    private final SignatureIndex signatures;

    NearestSearch(Handle handle, Collection collection, SignatureIndex signatures) {
        this.handle = handle;
        this.collection = collection;
        this.signatures = signatures;
    }

    List<Best.Candidate> best(Vector query, int limit) throws SQLException {
        long space = handle.number(
                "SELECT id FROM space WHERE collection = ? AND model = ? AND dimension = ?",
                collection.number(),
                query.model(),
                query.dimension());
        if (space == 0) {
            return List.of();
        }
        float[] values = query.values();
        SignQuery signs = new SignQuery(query);
        while (true) {
            long[] candidates = signatures.nearest(handle, space, signs, breadth(limit));
            Best best = new Best(limit);
            List<Long> gone = compare(new Cosine(values), query.model(), candidates, best);
            signatures.remove(space, gone);
            // What is no more may have kept others out; those few that every rewriting leaves behind did not.
            if (8 * gone.size() <= candidates.length) {
                return best.inOrder();
            }
        }
    }

    private static SignatureIndex.Breadth breadth(int limit) {
        int wanted = (int) Math.min(Integer.MAX_VALUE / 16, Math.max(LEAST, 100 + 5L * limit / 4));
        return new SignatureIndex.Breadth(wanted, 8 * wanted, FEW);
    }

    /** Offers the candidates with their exact scores; the numbers of those that are no more. */
    private List<Long> compare(Cosine query, String model, long[] candidates, Best best) throws SQLException {
        Set<Long> missing = new TreeSet<>();
        for (long candidate : candidates) {
            missing.add(candidate);
        }
        handle.each(
                VECTORS,
                row -> {
                    missing.remove(row.getLong(1));
                    best.offer(new Best.Candidate(query.with(Handle.bytes(row, 3)), Handle.text(row, 2)));
                    return true;
                },
                missing.toString(),
                collection.number(),
                model,
                query.bytes());
        if (missing.isEmpty()) {
            return List.of();
        }
        // A number that this reader cannot know yet is not one that is no more.
        long end = handle.number("SELECT number FROM record_end");
        return missing.stream().filter(number -> number <= end).toList();
    }
}
