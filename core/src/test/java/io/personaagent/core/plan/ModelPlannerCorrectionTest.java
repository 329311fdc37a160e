package io.personaagent.core.plan;

import static io.personaagent.core.contract.ScriptedChatModel.call;
import static io.personaagent.core.plan.Turns.observed;
import static io.personaagent.core.plan.Turns.situation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.output.FinishReason;
import io.personaagent.core.contract.ScriptedChatModel;
import io.personaagent.core.model.Endpoint;
import io.personaagent.core.model.RemoteModel;
import io.personaagent.core.model.Usage;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply that cannot be used is answered with what was wrong, once. */
class ModelPlannerCorrectionTest {

    private static final String WAY_OUT =
            "; ask in other words, or use another model. PersonaAgent can go on without a model: use --planner reflex";

    private final ScriptedChatModel model = new ScriptedChatModel();
    private long tokens;

    private final TurnListener listener = new TurnListener() {
        @Override
        public void spent(Usage usage) {
            tokens += usage.input() + usage.output();
        }
    };

    @Test
    void next_letsTheModelCorrectArgumentsThatAreNoJson() {
        model.calls(call("a", "notes_add", "{\"text\": \"mil"), call("b", "notes_add", "{}"))
                .calls(call("c", "notes_add", "{\"text\":\"milk\"}"));

        Step.UseTools step = (Step.UseTools) plan(situation());

        assertThat(step.calls()).extracting(ToolCall::id).containsExactly("c");
        List<ChatMessage> second = model.requests().get(1).messages();
        assertThat(((AiMessage) second.get(second.size() - 3)).toolExecutionRequests())
                .extracting(ToolExecutionRequest::arguments)
                .containsExactly("{}", "{}");
        assertThat(((ToolExecutionResultMessage) second.get(second.size() - 2)).text())
                .startsWith("The arguments cannot be read: they are not valid JSON: Unexpected end-of-input")
                .endsWith("You wrote: <data>\n{\"text\": \"mil\n</data>");
        assertThat(((ToolExecutionResultMessage) second.get(second.size() - 1)).text())
                .isEqualTo("Not made, because another call could not be read.");
        assertThat(tokens).isEqualTo(220);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"mil", "[1]", "nonsense"})
    void next_failsWhenArgumentsStayUnreadable(String arguments) {
        model.calls(call("a", "notes_add", arguments));

        assertThatThrownBy(() -> plan(situation()))
                .isInstanceOf(PlannerException.class)
                .hasMessage("the model 'stub' asked for a call that cannot be read" + WAY_OUT);
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void next_asksOnceMoreWhenTheAnswerIsEmpty() {
        model.text(" \n").text("Green tea.");

        assertThat(plan(situation())).isEqualTo(new Step.Answer("Green tea.", List.of()));
        List<ChatMessage> second = model.requests().get(1).messages();
        assertThat(second.get(second.size() - 1))
                .isEqualTo(UserMessage.from("Your answer was empty. Answer my message, or call a tool."));
    }

    @Test
    void next_failsWhenTheAnswerStaysEmpty() {
        model.text("<think>hm</think>");

        assertThatThrownBy(() -> plan(situation())).hasMessage("the model 'stub' answered nothing" + WAY_OUT);
    }

    @Test
    void next_saysThatTheOutputLimitWasReachedInSilence() {
        model.reply(AiMessage.from(""), FinishReason.LENGTH);

        assertThatThrownBy(() -> plan(situation()))
                .hasMessage(
                        "the model 'stub' reached its output limit before it said anything; raise model.max_output_tokens"
                                + WAY_OUT);
    }

    @Test
    void next_doesNotMakeTheSameCallThreeTimes() {
        model.calls(call("c", "web", "{\"q\":\"x\"}"));
        Situation situation = situation()
                .observing(List.of(observed("a", "web", "nothing")))
                .observing(List.of(observed("b", "web", "nothing")));

        assertThatThrownBy(() -> plan(situation))
                .hasMessage("the model 'stub' asks for the same call again and again (web)" + WAY_OUT);
        List<ChatMessage> second = model.requests().get(1).messages();
        assertThat(((ToolExecutionResultMessage) second.get(second.size() - 1)).text())
                .isEqualTo(
                        "This call was made 2 times in this turn, with the same arguments. It is not made again; answer with what you have.");
    }

    @Test
    void next_refusesAThousandCallsAtOnce() {
        model.calls(IntStream.range(0, 1000)
                .mapToObj(i -> call("c" + i, "web", "{\"q\":\"%d\"}".formatted(i)))
                .toArray(ToolExecutionRequest[]::new));

        assertThatThrownBy(() -> plan(situation()))
                .hasMessage("the model 'stub' asked for 1,000 calls at once; 16 are allowed" + WAY_OUT);
    }

    private Step plan(Situation situation) {
        RemoteModel remote = new RemoteModel(endpoint(), Duration.ofSeconds(5), model, model);
        return new ModelPlanner(remote, ZoneOffset.UTC).next(situation, listener);
    }

    private static Endpoint endpoint() {
        return new Endpoint("stub", "http://stub/v1", "STUB_KEY");
    }
}
