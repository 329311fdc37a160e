package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorsTest {

    private final WordBagModel model = new WordBagModel();
    private final Vectors vectors = new Vectors(model.embedder());

    @Test
    void of_embedsEachTextOnce() {
        vectors.of(List.of("tea", "milk", "tea"));
        vectors.of(List.of("milk", "bread"));

        assertThat(model.embedded()).isEqualTo(3);
        assertThat(vectors.of(List.of("tea")).get(0).cosine(vectors.query("tea")))
                .isGreaterThan(0.999);
    }

    @Test
    void of_keepsABoundedNumber() {
        vectors.of(IntStream.range(0, 3 * Vectors.MAX_KEPT)
                .mapToObj(i -> "text " + i)
                .toList());

        assertThat(vectors.kept()).isEqualTo(Vectors.MAX_KEPT);
    }

    @Test
    void of_readsOnlyTheBeginningOfALongText() {
        String long1 = "tea ".repeat(25_000) + "end";
        String long2 = "tea ".repeat(25_000) + "other end";

        assertThat(vectors.of(List.of(long1, long2)).stream().distinct()).hasSize(1);
        assertThat(model.embedded()).isEqualTo(1);
    }
}
