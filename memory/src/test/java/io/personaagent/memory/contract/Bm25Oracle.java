package io.personaagent.memory.contract;

import io.personaagent.memory.text.Terms;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * BM25 as {@code RecordReader.matching} promises it, written down as plainly as possible. The score of a text is the sum over the
 * different terms of the query that it has of
 *
 * <pre>  max(1e-6, ln((N - n + 0.5) / (n + 0.5))) * f * (k1 + 1) / (f + k1 * (1 - b + b * D / A))</pre>
 *
 * with k1 = 1.2, b = 0.75, N the number of texts, those without terms included, n the number of texts that have the term, f how often
 * this text has it, D how many terms this text has and A how many a text has on average.
 */
public final class Bm25Oracle {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private Bm25Oracle() {}

    /** The scores of those texts that share a term with the query, by the id of the text. */
    public static Map<String, Double> scores(Map<String, String> texts, String query) {
        Map<String, List<String>> documents = new HashMap<>();
        texts.forEach((id, text) -> documents.put(id, Terms.of(text)));
        double average =
                documents.values().stream().mapToInt(List::size).average().orElse(0);
        Map<String, Double> scores = new HashMap<>();
        for (String term : new LinkedHashSet<>(Terms.of(query))) {
            double having = documents.values().stream()
                    .filter(document -> document.contains(term))
                    .count();
            double idf = Math.max(1e-6, Math.log((texts.size() - having + 0.5) / (having + 0.5)));
            documents.forEach((id, document) -> {
                int frequency = Collections.frequency(document, term);
                if (frequency > 0) {
                    scores.merge(id, idf * weight(frequency, document.size() / average), Double::sum);
                }
            });
        }
        return scores;
    }

    private static double weight(int frequency, double relativeLength) {
        return frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * relativeLength));
    }
}
