package io.personaagent.app.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RetrievalProperties {

    private static final List<String> UNITS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @Property
    void deeper_findsNoLess(
            @ForAll("rankings") List<String> ranked,
            @ForAll("golds") Set<String> gold,
            @ForAll @IntRange(min = 1, max = 9) int k) {
        Evidence evidence = Evidence.all(gold);

        assertThat(Retrieval.recall(ranked, evidence, k + 1))
                .isGreaterThanOrEqualTo(Retrieval.recall(ranked, evidence, k));
    }

    @Property
    void recall_liesBetweenAllAndAny(
            @ForAll("rankings") List<String> ranked,
            @ForAll("golds") Set<String> gold,
            @ForAll @IntRange(min = 1, max = 9) int k) {
        Evidence evidence = Evidence.all(gold);

        assertThat(Retrieval.recall(ranked, evidence, k))
                .isBetween(Retrieval.recallAll(ranked, evidence, k), Retrieval.recallAny(ranked, evidence, k));
    }

    @Property
    void goldFirst_isPerfect(
            @ForAll("rankings") List<String> ranked,
            @ForAll("golds") Set<String> gold,
            @ForAll @IntRange(min = 1, max = 9) int k) {
        List<String> best = new ArrayList<>(gold);
        ranked.stream().filter(unit -> !gold.contains(unit)).forEach(best::add);
        Evidence evidence = Evidence.all(gold);

        assertThat(Retrieval.ndcg(best, evidence, k)).isCloseTo(1, within(1e-12));
        assertThat(Retrieval.recallAll(best, evidence, gold.size())).isEqualTo(1);
    }

    @Property
    void ndcg_isAShare(
            @ForAll("rankings") List<String> ranked,
            @ForAll("golds") Set<String> gold,
            @ForAll @IntRange(min = 1, max = 9) int k) {
        assertThat(Retrieval.ndcg(ranked, Evidence.all(gold), k)).isBetween(0.0, 1 + 1e-12);
    }

    @Provide
    Arbitrary<List<String>> rankings() {
        return Arbitraries.shuffle(UNITS)
                .flatMap(all -> Arbitraries.integers().between(0, all.size()).map(size -> all.subList(0, size)));
    }

    @Provide
    Arbitrary<Set<String>> golds() {
        return Arbitraries.of(UNITS).set().ofMinSize(1).ofMaxSize(5);
    }
}
