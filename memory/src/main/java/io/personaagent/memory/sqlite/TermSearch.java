package io.personaagent.memory.sqlite;

import io.personaagent.memory.text.Terms;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Finds the records of one collection that score best by BM25; see {@link TermTable} for the formula.
 *
 * <p>Goes through the terms' records, the rarest term first. Once the terms that are left could not lift a record into the result that
 * has none of the others (the bound of MaxScore: Turtle and Flood, "Query Evaluation: Strategies and Optimizations", 1995), only those
 * records are looked at that still can get there. The result is the one of going through all.
 */
final class TermSearch {

    private static final double K1 = 1.2;
    private static final double B = 0.75;
    /** More than a term can be worth, as a multiple of its inverse frequency. */
    private static final double MOST = K1 + 1;
    /** More than what rounding can make of a score. */
    private static final double ROUNDING = 1e-9;
    /** Reading one record's terms takes about as long as so many places of the index. */
    private static final int PLACES_PER_RECORD = 25;

    /** Where in a list of numbers, and the id. */
    private static final String NAMES =
            """
            SELECT key, record.id FROM json_each(?) CROSS JOIN record INDEXED BY record_name ON number = value
            WHERE collection = ?""";

    private final Handle handle;
    private final Collection collection;
    private final TermTable table;
    private final TermLengths lengths;

    TermSearch(Handle handle, Collection collection, TermLengths lengths) {
        this.handle = handle;
        this.collection = collection;
        this.table = collection.terms(handle);
        this.lengths = lengths;
    }

    /** A term that occurs. */
    private record Asked(String term, int having, double inverseFrequency) {}

    List<Best.Candidate> best(String query, int limit) throws SQLException {
        Totals totals = table.totals();
        List<Asked> rarestFirst = asked(query, totals);
        TermScores scores = new TermScores();
        int next = 0;
        while (next < rarestFirst.size() && !isSettled(scores, rarestFirst.subList(next, rarestFirst.size()), limit)) {
            addAll(rarestFirst.get(next++), totals, scores);
        }
        List<Asked> rest = rarestFirst.subList(next, rarestFirst.size());
        scores.keepFrom(scores.reachedBy(limit) - most(rest) - ROUNDING);
        addToThoseLeft(rest, totals, scores);
        return named(scores, limit);
    }

    private List<Asked> asked(String query, Totals totals) throws SQLException {
        List<Asked> asked = new ArrayList<>();
        for (String term : new LinkedHashSet<>(Terms.of(query))) {
            int having = table.having(term);
            if (having > 0) {
                asked.add(new Asked(term, having, totals.inverseFrequency(having)));
            }
        }
        asked.sort(Comparator.comparingInt(Asked::having));
        return asked;
    }

    /** Whether the rest can bring in nobody new, and is cheaper to look up than to go through. */
    private static boolean isSettled(TermScores scores, List<Asked> rest, int limit) {
        double most = most(rest) + ROUNDING;
        double reached = scores.reachedBy(limit);
        if (most >= reached) {
            return false;
        }
        long places = rest.stream().mapToLong(Asked::having).sum();
        return (long) PLACES_PER_RECORD * scores.countFrom(reached - most) < places;
    }

    private static double most(List<Asked> terms) {
        return terms.stream()
                .mapToDouble(term -> term.inverseFrequency() * MOST)
                .sum();
    }

    private void addAll(Asked term, Totals totals, TermScores scores) throws SQLException {
        Places places = Places.of(table.places(term.term()));
        int[] length = lengths.of(collection, handle, places.records());
        double[] worth = new double[length.length];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = worth(term, places.times()[i], length[i] / totals.averageLength());
        }
        scores.add(places.records(), worth);
    }

    private void addToThoseLeft(List<Asked> rest, Totals totals, TermScores scores) throws SQLException {
        if (rest.isEmpty() || scores.count() == 0) {
            return;
        }
        Map<String, Integer> places = new HashMap<>();
        rest.forEach(term -> places.put(TermTable.encoded(term.term()), places.size()));
        table.terms(scores.records(), (at, terms) -> {
            double relativeLength = terms.length / totals.averageLength();
            int[] times = times(terms, places);
            for (int place = 0; place < times.length; place++) {
                if (times[place] > 0) {
                    scores.add(at, worth(rest.get(place), times[place], relativeLength));
                }
            }
        });
    }

    /** How often each of the terms occurs, which have places from 0 on. */
    private static int[] times(String[] terms, Map<String, Integer> places) {
        int[] times = new int[places.size()];
        for (String term : terms) {
            Integer place = places.get(term);
            if (place != null) {
                times[place]++;
            }
        }
        return times;
    }

    private static double worth(Asked term, int times, double relativeLength) {
        return term.inverseFrequency() * times * (K1 + 1) / (times + K1 * (1 - B + B * relativeLength));
    }

    private List<Best.Candidate> named(TermScores scores, int limit) throws SQLException {
        Best best = new Best(limit);
        scores.keepFrom(scores.reachedBy(limit));
        handle.each(
                NAMES,
                row -> {
                    best.offer(new Best.Candidate(scores.score(row.getInt(1)), Handle.text(row, 2)));
                    return true;
                },
                Arrays.toString(scores.records()),
                collection.number());
        return best.inOrder();
    }
}
