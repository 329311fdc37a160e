package io.personaagent.app.eval.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is reported of one question: values by metric name, such as {@code recall@10}, the same names for every question. */
@FunctionalInterface
public interface Measure {

    /** The share of the evidence among the first. */
    Measure RECALL = (ranked, evidence, cuts) -> {
        Map<String, Double> values = new LinkedHashMap<>();
        cuts.forEach(k -> values.put("recall@" + k, Retrieval.recall(ranked, evidence, k)));
        return values;
    };

    /** As LongMemEval reports. */
    Measure ALL_ANY_NDCG = (ranked, evidence, cuts) -> {
        Map<String, Double> values = new LinkedHashMap<>();
        cuts.forEach(k -> values.put("recall_all@" + k, Retrieval.recallAll(ranked, evidence, k)));
        cuts.forEach(k -> values.put("recall_any@" + k, Retrieval.recallAny(ranked, evidence, k)));
        cuts.forEach(k -> values.put("ndcg@" + k, Retrieval.ndcg(ranked, evidence, k)));
        return values;
    };

    Map<String, Double> of(List<String> ranked, Evidence evidence, List<Integer> cuts);

    /**
     * Whether any of the evidence is among the first.
     *
     * @param name such as {@code hit}
     */
    static Measure hit(String name) {
        return (ranked, evidence, cuts) -> {
            Map<String, Double> values = new LinkedHashMap<>();
            cuts.forEach(k -> values.put(name + "@" + k, Retrieval.recallAny(ranked, evidence, k)));
            return values;
        };
    }
}
