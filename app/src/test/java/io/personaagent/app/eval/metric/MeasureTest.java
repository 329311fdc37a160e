package io.personaagent.app.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final List<String> RANKED = List.of("x", "a");
    private static final Evidence EVIDENCE = Evidence.all(Set.of("a", "b"));

    @Test
    void of_namesEveryCut() {
        assertThat(Measure.RECALL.of(RANKED, EVIDENCE, List.of(1, 5)))
                .containsExactly(entry("recall@1", 0.0), entry("recall@5", 0.5));
        assertThat(Measure.hit("scene_hit").of(RANKED, EVIDENCE, List.of(1, 5)))
                .containsExactly(entry("scene_hit@1", 0.0), entry("scene_hit@5", 1.0));
        assertThat(Measure.ALL_ANY_NDCG.of(RANKED, EVIDENCE, List.of(2)))
                .containsExactly(entry("recall_all@2", 0.0), entry("recall_any@2", 1.0), entry("ndcg@2", 0.5));
    }

    @Test
    void means_areOverTheQuestionsThatHaveTheMetric() {
        Means means = new Means();
        means.add(Map.of("hit@1", 1.0));
        means.add(Map.of("hit@1", 0.0));
        means.add(Map.of("scene_hit@1", 1.0));

        assertThat(means.values()).containsExactly(entry("hit@1", 0.5), entry("scene_hit@1", 1.0));
        assertThat(means.questions()).isEqualTo(3);
    }

    @Test
    void percentiles_areValuesThatOccurred() {
        List<Double> values = List.of(5.0, 1.0, 4.0, 2.0, 3.0);

        assertThat(Percentiles.of(values, 0.5)).isEqualTo(3);
        assertThat(Percentiles.of(values, 0.99)).isEqualTo(5);
        assertThat(Percentiles.of(values, 0)).isEqualTo(1);
        assertThat(Percentiles.of(List.of(), 0.5)).isZero();
    }
}
