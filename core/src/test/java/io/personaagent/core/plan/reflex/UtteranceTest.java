package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        Please,  call   Mum!                      | call Mum
        Could you please call Mum, please?        | call Mum
        Hey, can you call Mum for me?             | call Mum
        I'd like you to call Mum. Thanks!         | call Mum
        What’s the time…                          | what is the time
        can you tell me what time it is?          | what time it is
        tell me about Rome                        | tell me about Rome
        how much is 5!                            | how much is 5!
        记下牛奶。                                 | 记下牛奶
        كم الساعة؟                                | كم الساعة
        """)
    void of_keepsOnlyWhatIsMeant(String said, String meant) {
        assertThat(Utterance.of(said).text()).isEqualTo(meant);
    }

    @Test
    void of_keepsPolitenessThatIsAllThereIs() {
        assertThat(Utterance.of("please").text()).isEqualTo("please");
        assertThat(Utterance.of("Pleased to meet you").text()).isEqualTo("Pleased to meet you");
    }

    @Test
    void folded_keepsEveryPosition() {
        Utterance said = Utterance.of("Straße İstanbul ÉTÉ 😀 ok");

        assertThat(said.folded()).hasSameSizeAs(said.text()).contains("straße", "été");
    }

    @Test
    void words_dropsPunctuationAroundThem() {
        assertThat(Utterance.words("\"Tea,\" she said (it's 5:30)."))
                .containsExactly("tea", "she", "said", "it's", "5:30");
    }
}
