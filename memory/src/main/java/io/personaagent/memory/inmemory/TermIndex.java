package io.personaagent.memory.inmemory;

import io.personaagent.memory.text.Terms;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * BM25 over the texts that are in it: k1 = 1.2, b = 0.75, inverse document frequency ln((N - n + 0.5) / (n + 0.5)) but at least 1e-6, as
 * SQLite's FTS5 has it. Not thread-safe.
 */
final class TermIndex {

    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final double LEAST_IDF = 1e-6;

    private final Map<String, Map<String, Integer>> countsByTerm = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private long totalLength;

    void put(String id, String text) {
        List<String> terms = Terms.of(text);
        terms.forEach(term ->
                countsByTerm.computeIfAbsent(term, absent -> new HashMap<>()).merge(id, 1, Integer::sum));
        lengths.put(id, terms.size());
        totalLength += terms.size();
    }

    /** Takes out what {@link #put} brought in; the text must be the same. */
    void remove(String id, String text) {
        for (String term : new LinkedHashSet<>(Terms.of(text))) {
            Map<String, Integer> counts = countsByTerm.getOrDefault(term, Map.of());
            counts.remove(id);
            if (counts.isEmpty()) {
                countsByTerm.remove(term);
            }
        }
        Integer length = lengths.remove(id);
        totalLength -= length == null ? 0 : length;
    }

    /** The scores of the texts that share a term with the query. */
    Map<String, Double> scores(String query) {
        Map<String, Double> scores = new HashMap<>();
        double averageLength = lengths.isEmpty() ? 0 : (double) totalLength / lengths.size();
        for (String term : new LinkedHashSet<>(Terms.of(query))) {
            Map<String, Integer> counts = countsByTerm.getOrDefault(term, Map.of());
            double idf = idf(counts.size());
            counts.forEach((id, count) -> scores.merge(id, idf * saturated(count, id, averageLength), Double::sum));
        }
        return scores;
    }

    private double idf(int found) {
        return Math.max(LEAST_IDF, Math.log((lengths.size() - found + 0.5) / (found + 0.5)));
    }

    private double saturated(int count, String id, double averageLength) {
        double relativeLength = lengths.getOrDefault(id, 0) / averageLength;
        return count * (K1 + 1) / (count + K1 * (1 - B + B * relativeLength));
    }
}
