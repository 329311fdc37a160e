package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 * (7 + 3)",
                "2^10",
                "17 times 23",
                "99 minus 13",
                "the square root of 81",
                "15% of 240",
                "1,000 ÷ 8",
                "sqrt(2) / 3",
                "3 × 4²",
                "x^2 + 2x - 1",
                "1.5e-3 * 2",
                "20 percent off 85"
            })
    void matches_sums(String text) {
        assertThat(Arithmetic.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the square root",
                "apples plus pears",
                "my rent in 2019",
                "on 12 March 1984",
                "room 101",
                "3 cups in millilitres",
                "the capital of Peru in 1900"
            })
    void matches_nothingElse(String text) {
        assertThat(Arithmetic.matches(text)).isFalse();
    }
}
