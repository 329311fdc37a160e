package io.personaagent.memory.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When is my sister's birthday?",
                "when is my sister's birthday",
                "what do I like to drink",
                "what’s my dog's name",
                "do you know where I live",
                "Is she coming? And when?",
                "“Really?”",
                "我妹妹的生日是什么时候",
                "你喜欢茶吗",
                "几点了？",
                "متى عيد ميلاد أختي؟",
                "أين أسكن",
                "¿Dónde vivo?"
            })
    void isQuestion_ofWhatAsks_isTrue(String text) {
        assertThat(Utterance.isQuestion(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My sister's birthday is on 14 May.",
                "I got a dog! What do you think?",
                "When I was young I lived in Paris",
                "What a day",
                "Do it now",
                "Will is my brother.",
                "Version 3.14 is out",
                "我喜欢喝茶。",
                "أحب الشاي",
                "",
                " ?! "
            })
    void isQuestion_ofWhatTells_isFalse(String text) {
        assertThat(Utterance.isQuestion(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I got a dog! What do you think? | true",
                "Where do I live? | true",
                "I got a dog! | false",
                "我喜欢喝茶。你呢？ | true",
                "'' | false"
            })
    void asks_whereOneSentenceAsks(String text, boolean asks) {
        assertThat(Utterance.asks(text)).isEqualTo(asks);
    }
}
