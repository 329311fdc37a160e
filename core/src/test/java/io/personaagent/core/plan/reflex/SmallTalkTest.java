package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello!",
                "thanks",
                "Who are you?",
                "what can you do for me?",
                "OK",
                "你好",
                "شكرا",
                "!?…",
                "😀",
                "bye"
            })
    void answer_whatIsSaidForPoliteness(String message) {
        assertThat(SmallTalk.answer(message, List.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hello, my cat is called Miso", "Thanks to you I like tea", "no milk", "help my sister move", "5"
            })
    void answer_nothingWhereMoreWasSaid(String message) {
        assertThat(SmallTalk.answer(message, List.of())).isEmpty();
    }

    @Test
    void answer_listsTheToolsByTheirDescriptions() {
        assertThat(SmallTalk.answer("What can you do?", List.of(EverydayTools.named("calculate"))))
                .contains(
                        "I remember what you tell me, and answer questions about it with your own words and their date."
                                + " I also have these tools:\n- calculate: Does calculate. Say: \"how much is {expression}\"");
        assertThat(SmallTalk.answer("help", List.of()))
                .hasValueSatisfying(text -> assertThat(text).endsWith("I have no tools."));
    }
}
