package io.personaagent.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.personaagent.core.permit.Consent;
import io.personaagent.core.permit.Request;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionQuestionTest {

    private final List<String> questions = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "y, ONCE",
        "yes, ONCE",
        "once, ONCE",
        "S, SESSION",
        "a, ALWAYS",
        "n, NO",
        "never, NEVER",
        "'', NO",
        "' Y ', ONCE"
    })
    void ask_takesALetterOrAWord(String typed, Consent expected) {
        assertThat(ask(Request.Why.OUTSIDE, typed)).isEqualTo(expected);
    }

    @Test
    void ask_namesTheCallAsItWillBeMade_andWhatMayBeAnswered() {
        ask(Request.Why.OUTSIDE, "n");

        assertThat(questions)
                .containsExactly(
                        "send{to=ida}: Sends a message. It would change or send something outside this machine. Allow it? "
                                + "[y = once, s = until the chat ends, a = always with these arguments, N = no, never]");
    }

    @Test
    void ask_asksOnceMoreWhereItDoesNotUnderstand_thenTakesItForANo() {
        assertThat(ask(Request.Why.WORDS_OF_OTHERS_OUTSIDE, "always", "what?")).isEqualTo(Consent.NO);
        assertThat(questions).hasSize(2).last().isEqualTo("[y = once, N = no, never]");
    }

    private Consent ask(Request.Why why, String... typed) {
        Deque<String> answers = new ArrayDeque<>(List.of(typed));
        Screen screen = new Screen() {
            @Override
            public void line(String line) {
                throw new AssertionError("not part of the conversation: " + line);
            }

            @Override
            public void aside(String line) {
                throw new AssertionError("nothing to say besides: " + line);
            }

            @Override
            public void piece(String piece) {
                throw new AssertionError("nothing to say besides: " + piece);
            }

            @Override
            public String answer(String question) {
                questions.add(question);
                return answers.remove();
            }
        };
        ToolSpec spec = ToolSpec.of(
                ToolSpecification.builder()
                        .name("send")
                        .description("Sends a message.")
                        .build(),
                Effect.EXTERNAL);
        return new PermissionQuestion(screen)
                .ask(new Request(spec, new ToolCall("1", "send", Arguments.of(Map.of("to", "ida"))), why));
    }
}
