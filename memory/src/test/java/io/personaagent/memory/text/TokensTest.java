package io.personaagent.memory.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    @ParameterizedTest
    @CsvSource({"'',0", "tea,1", "green tea,3", "café,1", "我喜欢茶,4", "شاي,3", "a茶,2"})
    void about_countsFourLatinLettersOrOneOther(String text, int tokens) {
        assertThat(Tokens.about(text)).isEqualTo(tokens);
    }
}
