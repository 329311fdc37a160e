package io.personaagent.core.select;

import io.personaagent.memory.spi.EmbedderException;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Terms;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts tools in the order of how near they are to some words: by meaning (the nearest of a tool's texts), and by the terms that they share,
 * rare ones counting more. The same tools and words always give the same order. Thread-safe.
 */
final class ToolIndex {

    /** What shared terms add to a cosine, at most; chosen on the tuning half of the routing set. */
    private static final double TERMS = 0.25;

    private static final Logger LOG = LoggerFactory.getLogger(ToolIndex.class);

    private final List<ToolSpec> specs;
    private final TextVectors vectors;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    private record Entry(ToolSpec spec, List<Vector> vectors, Set<String> terms) {}

    /** A question as it is compared. */
    private record Asked(Vector vector, Set<String> terms) {}

    ToolIndex(List<ToolSpec> specs, TextVectors vectors) {
        this.specs = List.copyOf(specs);
        this.vectors = vectors;
        List<List<String>> passages =
                this.specs.stream().map(ToolWords::passages).toList();
        List<Vector> made = made(passages.stream().flatMap(List::stream).toList());
        int at = 0;
        for (int place = 0; place < this.specs.size(); place++) {
            int end = at + passages.get(place).size();
            ToolSpec spec = this.specs.get(place);
            entries.add(new Entry(spec, made.isEmpty() ? List.of() : made.subList(at, end), ToolWords.terms(spec)));
            at = end;
        }
        entries.forEach(entry -> entry.terms.forEach(term -> known.merge(term, 1, Integer::sum)));
    }

    boolean isOf(List<ToolSpec> others) {
        return specs.equals(others);
    }

    /** All of them, the nearest to any of the texts first; where two are as near, the earlier one. */
    List<ToolSpec> ranked(List<String> texts) {
        List<Asked> asked = texts.stream().map(this::asked).toList();
        double[] scores = entries.stream()
                .mapToDouble(entry -> asked.stream()
                        .mapToDouble(each -> score(each, entry))
                        .max()
                        .orElse(0))
                .toArray();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> scores[place])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(specs::get)
                .toList();
    }

    private double score(Asked asked, Entry entry) {
        double meaning = asked.vector.isNone()
                ? 0
                : entry.vectors.stream().mapToDouble(asked.vector::cosine).max().orElse(0);
        return meaning + TERMS * shared(asked.terms, entry.terms);
    }

    /** Which share of what is asked the tool's texts hold, by how much each term tells. */
    private double shared(Set<String> asked, Set<String> terms) {
        double all = 0;
        double found = 0;
        for (String term : asked) {
            double tells = tells(term);
            all += tells;
            found += terms.contains(term) ? tells : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    private double tells(String term) {
        int holding = known.getOrDefault(term, 0);
        return holding == 0 ? 0 : Math.log(1 + (double) entries.size() / holding);
    }

    private Asked asked(String text) {
        return new Asked(query(text), new HashSet<>(Terms.of(text)));
    }

    /** Without an embedder, shared terms must do. */
    private Vector query(String text) {
        try {
            return entries.stream().allMatch(entry -> entry.vectors.isEmpty()) ? Vector.NONE : vectors.query(text);
        } catch (EmbedderException failed) {
            LOG.warn("tools are chosen by their words alone: {}", failed.getMessage());
            return Vector.NONE;
        }
    }

    private List<Vector> made(List<String> texts) {
        try {
            return vectors.of(texts);
        } catch (EmbedderException failed) {
            LOG.warn("tools are chosen by their words alone: {}", failed.getMessage());
            return List.of();
        }
    }
}
