package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When is it",
                "You live where?",
                "do I like tea",
                "Is Caroline married",
                "tell me about my sister",
                "Qui est ma sœur",
                "我姐姐的生日是哪天",
                "你是谁？",
                "متى عيد ميلاد أختي",
                "أين أسكن؟",
                "what's my name",
                "Really? 😀",
                "how come"
            })
    void isQuestion_byMarkOrFirstWords(String message) {
        assertThat(Questions.isQuestion(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I like tea.",
                "When I was young I lived in Rome.",
                "What a day!",
                "Will is my brother",
                "Do the dishes",
                "我喜欢喝茶。",
                "😀😀",
                "...",
                "My sister's birthday is on 14 May"
            })
    void isQuestion_notWhatIsTold(String message) {
        assertThat(Questions.isQuestion(message)).isFalse();
    }

    @Test
    void speaksOfMe_notInTellMe() {
        assertThat(Questions.speaksOfMe("tell me about Rome")).isFalse();
        assertThat(Questions.speaksOfMe("tell me about my sister")).isTrue();
        assertThat(Questions.speaksOfMe("do I like tea")).isTrue();
    }

    @Test
    void isOrder_byItsVerb() {
        assertThat(Questions.isOrder("Please add milk", Set.of())).isTrue();
        assertThat(Questions.isOrder("Water the plants", Set.of("water"))).isTrue();
        assertThat(Questions.isOrder("What is it", Set.of("what"))).isFalse();
        assertThat(Questions.isOrder("I like tea", Set.of())).isFalse();
        assertThat(Questions.isOrder("!!!", Set.of())).isFalse();
    }
}
