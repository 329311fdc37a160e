package io.personaagent.core.plan;

import static io.personaagent.core.plan.Turns.observed;
import static io.personaagent.core.plan.Turns.situation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings;
import io.personaagent.core.model.Models;
import io.personaagent.core.model.Pauses;
import io.personaagent.core.model.Profile;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The planner against a real server, with LangChain4j and HTTP in between. */
@Timeout(30)
class ModelPlannerOverHttpTest {

    private final StubModelServer server = new StubModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void next_usesTwoToolsInOneStep_thenAnswersFromWhatCameOfThem() throws Exception {
        server.then(StubReply.calls(
                        new StubReply.Call("c1", "notes_add", "{\"text\": \"牛奶\"}"),
                        new StubReply.Call("c2", "web", "{\"q\": \"x\"}")))
                .then(StubReply.text("Noted."));

        Step.UseTools first = (Step.UseTools) plan(situation());
        Situation then = situation().observing(List.of(observed("c1", "notes_add", "ok"), observed("c2", "web", "ok")));

        assertThat(first.calls()).extracting(ToolCall::id).containsExactly("c1", "c2");
        assertThat(first.calls().get(0).arguments().text("text")).isEqualTo("牛奶");
        assertThat(plan(then)).isEqualTo(new Step.Answer("Noted.", List.of()));
        JsonNode messages =
                new ObjectMapper().readTree(server.received().get(1).body()).path("messages");
        assertThat(messages.findValuesAsText("role")).containsExactly("system", "user", "assistant", "tool", "tool");
        assertThat(messages.get(2).path("tool_calls").findValuesAsText("id")).containsExactly("c1", "c2");
        assertThat(messages.get(4).path("tool_call_id").asText()).isEqualTo("c2");
        assertThat(messages.get(1).path("content").asText()).isEqualTo(Turns.MESSAGE);
    }

    @Test
    void next_understandsACallThatWasPrinted() {
        server.then(StubReply.text("```json\n{\"name\": \"notes_add\", \"arguments\": {\"text\": \"milk\"}}\n```"));

        assertThat(((Step.UseTools) plan(situation())).calls())
                .extracting(ToolCall::tool)
                .containsExactly("notes_add");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\": \"milk\"} | 0",
                "{'text': 'milk'} | 1",
                "{\"text\": \"milk\",} | 1",
            })
    void next_countsCallsThatAreMended(String arguments, long repairs) {
        server.then(StubReply.calls(new StubReply.Call("c1", "notes_add", arguments)));
        Models models = models();

        Step.UseTools step = (Step.UseTools) plan(models, situation());

        assertThat(step.calls().get(0).arguments().text("text")).isEqualTo("milk");
        assertThat(models.counts().repairs()).isEqualTo(repairs);
    }

    @Test
    void next_countsCallsThatWerePrinted_butNotAnswers() {
        server.then(StubReply.text("<tool_call>{\"name\": \"web\", \"arguments\": {}}</tool_call>"))
                .then(StubReply.text("Noted."));
        Models models = models();

        plan(models, situation());
        assertThat(models.counts().repairs()).isEqualTo(1);
        plan(models, situation());
        assertThat(models.counts().repairs()).isEqualTo(1);
    }

    @Test
    void next_asksOnceMoreWhenTheContentIsNull() {
        server.then(StubReply.message(new ObjectMapper().createObjectNode().putNull("content"), "stop"));

        assertThatThrownBy(() -> plan(situation()))
                .isInstanceOf(PlannerException.class)
                .hasMessage(
                        "the model 'stub' answered nothing; ask in other words, or use another model. PersonaAgent can go on without a model: use --planner reflex");
        assertThat(server.received()).hasSize(2);
    }

    private Step plan(Situation situation) {
        return plan(models(), situation);
    }

    private static Step plan(Models models, Situation situation) {
        return new ModelPlanner(models.remote(), ZoneOffset.UTC).next(situation, TurnListener.none());
    }

    private Models models() {
        Profile profile = Profile.of(ModelSettings.of("openai", "stub", server.openAiUrl(), ""));
        return new Models(profile, Map.of(), new Pauses(() -> 0, Clock.fixed(Turns.NOW, ZoneOffset.UTC)));
    }
}
