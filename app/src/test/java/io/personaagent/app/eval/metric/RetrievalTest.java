package io.personaagent.app.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetrievalTest {

    private static final List<String> RANKED = List.of("x", "b", "y", "a", "z");

    @Test
    void recall_isTheShareOfTheEvidenceAmongTheFirst() {
        Evidence evidence = Evidence.all(Set.of("a", "b", "c"));

        assertThat(Retrieval.recall(RANKED, evidence, 1)).isZero();
        assertThat(Retrieval.recall(RANKED, evidence, 2)).isEqualTo(1 / 3.0);
        assertThat(Retrieval.recall(RANKED, evidence, 4)).isEqualTo(2 / 3.0);
        assertThat(Retrieval.recall(RANKED, evidence, 100)).isEqualTo(2 / 3.0);
    }

    @Test
    void recall_ofAlternatives_needsOneOfEach() {
        Evidence evidence = new Evidence(List.of(Set.of("a", "b"), Set.of("c", "y")));

        assertThat(Retrieval.recall(RANKED, evidence, 2)).isEqualTo(0.5);
        assertThat(Retrieval.recall(RANKED, evidence, 3)).isEqualTo(1);
        assertThat(Retrieval.recall(RANKED, evidence, 4)).isEqualTo(1);
    }

    @Test
    void recallAll_needsEverything_recallAnyNeedsSomething() {
        Evidence evidence = Evidence.all(Set.of("a", "b"));

        assertThat(Retrieval.recallAll(RANKED, evidence, 3)).isZero();
        assertThat(Retrieval.recallAll(RANKED, evidence, 4)).isEqualTo(1);
        assertThat(Retrieval.recallAny(RANKED, evidence, 1)).isZero();
        assertThat(Retrieval.recallAny(RANKED, evidence, 2)).isEqualTo(1);
    }

    /** Found at 2 and 4: 1/log2(2) + 1/log2(4) = 1.5; the best order has 1 + 1/log2(2) = 2. */
    @Test
    void ndcg_discountsByPlace() {
        Evidence two = Evidence.all(Set.of("a", "b"));

        assertThat(Retrieval.ndcg(RANKED, two, 5)).isCloseTo(0.75, within(1e-12));
        assertThat(Retrieval.ndcg(RANKED, two, 3)).isCloseTo(0.5, within(1e-12));
        assertThat(Retrieval.ndcg(RANKED, two, 1)).isZero();
    }

    /** Found at 4 alone, three are wanted: (1/2) / (1 + 1 + 1/log2(3)). */
    @Test
    void ndcg_ofWhatIsMostlyMissing() {
        Evidence three = Evidence.all(Set.of("a", "m", "n"));

        assertThat(Retrieval.ndcg(RANKED, three, 5)).isCloseTo(0.5 / (2 + Math.log(2) / Math.log(3)), within(1e-12));
    }

    @Test
    void everything_ofNothingFound_isZero() {
        Evidence evidence = Evidence.all(Set.of("a"));

        assertThat(Retrieval.recall(List.of(), evidence, 5)).isZero();
        assertThat(Retrieval.recallAny(List.of(), evidence, 5)).isZero();
        assertThat(Retrieval.ndcg(List.of(), evidence, 5)).isZero();
    }

    @Test
    void evidence_withoutAUnit_isRefused() {
        assertThatThrownBy(() -> Evidence.all(Set.of()))
                .hasMessage("evidence needs at least one unit for each need, but is []");
        assertThatThrownBy(() -> new Evidence(List.of(Set.of())))
                .hasMessage("evidence needs at least one unit for each need, but is [[]]");
    }

    @Test
    void evidence_thatIsNamedTwice_countsOnce() {
        Evidence evidence = new Evidence(List.of(Set.of("b"), Set.of("b"), Set.of("q")));

        assertThat(Retrieval.recall(RANKED, evidence, 5)).isEqualTo(0.5);
    }
}
