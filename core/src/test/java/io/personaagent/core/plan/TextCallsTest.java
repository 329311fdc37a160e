package io.personaagent.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCallsTest {

    private final TextCalls calls = new TextCalls(new CallJson(), Set.of("add", "list"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tool_call>{\"name\":\"add\",\"arguments\":{\"text\":\"牛奶\"}}</tool_call>",
                "I shall note it.\n<tool_call>\n{\"name\": \"add\", \"arguments\": {\"text\":\"牛奶\"}}",
                "```json\n{\"tool\":\"add\",\"args\":{\"text\":\"牛奶\"}}\n```",
                "Let me note that.\n```\n{\"function\":\"add\",\"parameters\":{\"text\":\"牛奶\"}}```\n",
                "{\"name\":\"add\",\"arguments\":{\"text\":\"牛奶\"}}",
                "  {'name': 'add', 'parameters': {'text': '牛奶',}}  ",
                "{\"name\":\"add\",\"arguments\":\"{\\\"text\\\":\\\"牛奶\\\"}\"}",
                "[{\"name\":\"add\",\"arguments\":{\"text\":\"牛奶\"}}]",
                "{\"type\":\"function\",\"function\":{\"name\":\"add\",\"arguments\":{\"text\":\"牛奶\"}}}",
                "Thought: note it\nAction: add\nAction Input: {\"text\":\"牛奶\"}",
                "Action: add\nAction Input: {\"text\":\"牛奶\"}\nObservation: done\nAnswer: I noted it"
            })
    void in_findsACallThatWasPrinted(String text) throws Exception {
        assertThat(calls.in(text)).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("add");
            assertThat(new CallJson().arguments(call.arguments()).text("text")).isEqualTo("牛奶");
        });
    }

    @Test
    void in_findsSeveralCallsInOrder() {
        assertThat(
                        calls.in(
                                """
                        <tool_call>{"name":"list","arguments":{}}</tool_call>
                        <tool_call>{"name":"add","arguments":{"text":"x"}}</tool_call>"""))
                .extracting(ToolExecutionRequest::name)
                .containsExactly("list", "add");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You could store it as {\"name\":\"add\",\"arguments\":{}} in a file.",
                "```json\n{\"name\":\"Ada\",\"arguments\":{}}\n```",
                "```json\n{\"name\":\"add\",\"arguments\":{}}\n```\nThat is how the call would look.",
                "{\"name\":\"add\"}",
                "{\"name\":\"drop_tables\",\"arguments\":{}}",
                "[{\"name\":\"add\",\"arguments\":{}},{\"name\":\"Ada\",\"arguments\":{}}]",
                "Action: think\nAction Input: {}",
                "[m1] says so.",
                "{",
                ""
            })
    void in_leavesAnAnswerAlone(String text) {
        assertThat(calls.in(text)).isEmpty();
    }
}
