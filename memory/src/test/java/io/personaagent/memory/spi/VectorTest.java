package io.personaagent.memory.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VectorTest {

    @Test
    void of_copiesTheValues_andSoDoesReadingThem() {
        float[] values = {3, 4};
        Vector vector = Vector.of("m", values);

        values[0] = 9;
        vector.values()[1] = 9;

        assertThat(vector).isEqualTo(Vector.of("m", new float[] {3, 4})).hasToString("vector of m (2)");
    }

    @Test
    void of_withoutModelOrValues_isRefused() {
        assertThatThrownBy(() -> Vector.of(" ", new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a vector needs the id of its model and at least one dimension");
        assertThatThrownBy(() -> Vector.of("m", new float[0]))
                .hasMessage("a vector needs the id of its model and at least one dimension");
    }

    @Test
    void cosine_isThatOfTheAngle() {
        Vector east = Vector.of("m", new float[] {2, 0});

        assertThat(east.cosine(Vector.of("m", new float[] {5, 0}))).isCloseTo(1, within(1e-12));
        assertThat(east.cosine(Vector.of("m", new float[] {-1, 0}))).isCloseTo(-1, within(1e-12));
        assertThat(east.cosine(Vector.of("m", new float[] {1, 1}))).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(east.cosine(Vector.of("m", new float[] {0, 0}))).isZero();
    }

    @Test
    void cosine_ofTwoModels_isRefused() {
        assertThatThrownBy(() -> Vector.of("m", new float[] {1}).cosine(Vector.of("n", new float[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a vector of m (1) cannot be compared with one of n (1)");
        assertThatThrownBy(() -> Vector.of("m", new float[] {1}).cosine(Vector.of("m", new float[] {1, 2})))
                .hasMessage("a vector of m (1) cannot be compared with one of m (2)");
    }

    @Test
    void equality_looksAtModelAndValues() {
        assertThat(Vector.of("m", new float[] {1}))
                .isNotEqualTo(Vector.of("n", new float[] {1}))
                .isNotEqualTo(Vector.of("m", new float[] {2}))
                .hasSameHashCodeAs(Vector.of("m", new float[] {1}));
        assertThat(Vector.NONE.isNone()).isTrue();
        assertThat(Vector.NONE).hasToString("no vector");
    }
}
