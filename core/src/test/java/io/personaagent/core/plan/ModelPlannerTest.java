package io.personaagent.core.plan;

import static io.personaagent.core.contract.ScriptedChatModel.call;
import static io.personaagent.core.plan.Turns.MESSAGE;
import static io.personaagent.core.plan.Turns.observed;
import static io.personaagent.core.plan.Turns.remembered;
import static io.personaagent.core.plan.Turns.situation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.personaagent.core.contract.ScriptedChatModel;
import io.personaagent.core.model.Endpoint;
import io.personaagent.core.model.RemoteModel;
import io.personaagent.core.model.Usage;
import io.personaagent.core.turn.Backing;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Trust;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPlannerTest {

    private final ScriptedChatModel model = new ScriptedChatModel();
    private final List<String> heard = new ArrayList<>();
    private long tokens;

    private final TurnListener listener = new TurnListener() {
        @Override
        public void text(String piece) {
            heard.add(piece);
        }

        @Override
        public void spent(Usage usage) {
            tokens += usage.input() + usage.output();
        }
    };

    @Test
    void next_answersWithTheEpisodesItCites() {
        model.text("You like green tea [m2], and 茶 [m1; m2] [m9] [m0].");
        Situation situation =
                situation(remembered("e1", "茶", Trust.TRUSTED), remembered("e2", "green tea", Trust.TRUSTED));

        Step step = plan(situation);

        assertThat(step)
                .isEqualTo(new Step.Answer(
                        "You like green tea, and 茶.",
                        List.of(new EpisodeId("e2"), new EpisodeId("e1")),
                        List.of(),
                        new Backing(List.of(), 2)));
        assertThat(heard).hasSizeGreaterThan(3);
        assertThat(String.join("", heard)).isEqualTo("You like green tea, and 茶.");
        assertThat(tokens).isEqualTo(110);
    }

    @Test
    void next_asksThePerson_whereAQuestionIsLeft_andKeepsTheMarkFromThem() {
        model.text("[ask] Do you like comedies?");
        Situation situation = situation();
        Situation asking =
                Situation.of(situation.message(), situation.background().asking(1), situation.tools());

        assertThat(plan(asking)).isEqualTo(new Step.AskUser("Do you like comedies?", Step.AskUser.Aim.LIKING));
        assertThat(String.join("", heard)).isEqualTo("Do you like comedies?");
    }

    @Test
    void next_letsTheModelAnswer_whereNoQuestionIsLeft() {
        model.text("[ask] Do you like comedies?").text("Watch what you like.");

        assertThat(plan(situation())).isEqualTo(new Step.Answer("Watch what you like.", List.of()));
        assertThat(String.join("", heard)).isEqualTo("Watch what you like.");
    }

    @Test
    void next_usesAllToolsOfOneStep_andKeepsTheirIds() {
        model.calls(call("a", "notes_add", "{\"text\":\"milk\"}"), call("b", "web", "{\"q\":\"سعر\"}"));

        Step.UseTools step = (Step.UseTools) plan(situation());

        assertThat(step.influence()).isEqualTo(Influence.PERSON);
        assertThat(step.calls()).extracting(ToolCall::id).containsExactly("a", "b");
        assertThat(step.calls()).extracting(ToolCall::tool).containsExactly("notes_add", "web");
        assertThat(step.calls().get(1).arguments().text("q")).isEqualTo("سعر");
    }

    @Test
    void next_replacesIdsThatAreMissingOrThereTwice() {
        model.calls(
                call("a", "notes_add", "{\"text\":\"1\"}"),
                call("a", "notes_add", "{\"text\":\"2\"}"),
                ToolExecutionRequest.builder()
                        .name("notes_add")
                        .arguments("{\"text\":\"3\"}")
                        .build(),
                call("b b", "notes_add", "{\"text\":\"4\"}"));
        Situation later = situation().observing(List.of(observed("call-2-1", "web", "x")));

        Step.UseTools step = (Step.UseTools) plan(later);

        assertThat(step.calls()).extracting(ToolCall::id).containsExactly("a", "call-2-2", "call-2-3", "call-2-4");
    }

    @Test
    void next_understandsACallThatWasPrinted_andKeepsItFromThePerson() {
        model.text("<tool_call>{\"name\": \"notes_add\", \"arguments\": {\"text\": \"milk\"}}</tool_call>");

        Step.UseTools step = (Step.UseTools) plan(situation());

        assertThat(step.calls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo("call-1-1");
            assertThat(call.tool()).isEqualTo("notes_add");
            assertThat(call.arguments().text("text")).isEqualTo("milk");
        });
        assertThat(heard).isEmpty();
    }

    @Test
    void next_speaksAnAnswerThatOnlyLookedLikeACall() {
        model.text("{\"name\": \"Ada\"} is JSON.");

        assertThat(plan(situation())).isEqualTo(new Step.Answer("{\"name\": \"Ada\"} is JSON.", List.of()));
        assertThat(heard).containsExactly("{\"name\": \"Ada\"} is JSON.");
    }

    @Test
    void next_leavesThinkingOut() {
        model.text("<think>\nWhat does she like?\n</think>\n\nGreen tea.");

        assertThat(plan(situation())).isEqualTo(new Step.Answer("Green tea.", List.of()));
        assertThat(heard).containsExactly("Green tea.");
    }

    @Test
    void next_marksAnAnswerThatWasCutOff() {
        model.reply(AiMessage.from("You like"), FinishReason.LENGTH);
        String expected = "You like\n\n(the answer was cut off: the model's output limit was reached)";

        assertThat(plan(situation())).isEqualTo(new Step.Answer(expected, List.of()));
        assertThat(String.join("", heard)).isEqualTo(expected);
    }

    @Test
    void next_isInfluencedByWhatOthersWrote() {
        model.calls(call("a", "notes_add", "{\"text\":\"milk\"}"));

        assertThat(influence(situation(remembered("e1", "tea", Trust.TRUSTED)))).isEqualTo(Influence.PERSON);
        assertThat(influence(situation(remembered("e1", "tea", Trust.UNTRUSTED))))
                .isEqualTo(Influence.UNTRUSTED_CONTENT);
        assertThat(influence(situation().observing(List.of(observed("x", "notes_add", "done")))))
                .isEqualTo(Influence.PERSON);
        assertThat(influence(situation().observing(List.of(observed("x", "web", "a page")))))
                .isEqualTo(Influence.UNTRUSTED_CONTENT);
        assertThat(influence(situation().observing(List.of(observed("x", "post", "sent")))))
                .isEqualTo(Influence.UNTRUSTED_CONTENT);
    }

    @Test
    void next_passesOnACallOfAToolThatDoesNotExist() {
        model.calls(call("a", "no_such_tool", ""));

        assertThat(((Step.UseTools) plan(situation())).calls())
                .extracting(ToolCall::tool)
                .containsExactly("no_such_tool");
    }

    @Test
    void next_estimatesTokensWhenTheServerDoesNotCount() {
        model.then(request -> ChatResponse.builder()
                .aiMessage(AiMessage.from("Green tea."))
                .finishReason(FinishReason.STOP)
                .tokenUsage(new TokenUsage(-5, null))
                .build());

        plan(situation());

        assertThat(tokens).isBetween(50L, 1000L);
    }

    @Test
    void next_explainsWhyThereIsNoAnswer() {
        model.fails(new HttpException(401, "no"));

        assertThatThrownBy(() -> plan(situation()))
                .isInstanceOf(PlannerException.class)
                .hasMessage(
                        "the model server at http://stub/v1 does not accept the key (401); check the environment variable STUB_KEY. PersonaAgent can go on without a model: use --planner reflex");
    }

    @Test
    void next_endsWhenTheThreadIsInterrupted() {
        model.text("too late");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> plan(situation())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void next_speaksTheAnswerOfAModelThatDoesNotStream() {
        model.text("Green tea.");
        RemoteModel plain = new RemoteModel(endpoint(), Duration.ofSeconds(5), model);

        new ModelPlanner(plain, ZoneOffset.UTC).next(situation(), listener);

        assertThat(heard).containsExactly("Green tea.");
    }

    @Test
    void next_offersTheToolsAndPinsTheMessage() {
        model.text("Green tea.");

        plan(situation());

        assertThat(model.requests().get(0).toolSpecifications()).hasSize(3);
        assertThat(model.requests().get(0).messages()).last().isEqualTo(UserMessage.from(MESSAGE));
    }

    @ParameterizedTest
    @Timeout(5)
    @ValueSource(
            strings = {"```{", "\n", "<tool_call>", "[m1,", "Action: web\n", "<think>", "{\"a\":", " ", "x [m1, m1"})
    void next_readsHostileTextsInLinearTime(String part) {
        model.text("x" + part.repeat(200_000)).text("Green tea.");

        assertThat(plan(situation(remembered("e1", "tea", Trust.TRUSTED)))).isInstanceOf(Step.Answer.class);
    }

    private Influence influence(Situation situation) {
        return ((Step.UseTools) plan(situation)).influence();
    }

    private Step plan(Situation situation) {
        RemoteModel remote = new RemoteModel(endpoint(), Duration.ofSeconds(5), model, model);
        return new ModelPlanner(remote, ZoneOffset.UTC).next(situation, listener);
    }

    private static Endpoint endpoint() {
        return new Endpoint("stub", "http://stub/v1", "STUB_KEY");
    }
}
