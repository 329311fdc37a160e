package io.personaagent.core.plan;

import static io.personaagent.core.contract.ScriptedChatModel.call;
import static io.personaagent.core.plan.Turns.NOW;
import static io.personaagent.core.plan.Turns.observed;
import static io.personaagent.core.plan.Turns.remembered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.contract.ScriptedChatModel;
import io.personaagent.core.model.Endpoint;
import io.personaagent.core.model.RemoteModel;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Backing;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Because.Reason;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Trust;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a model says that it went by: resolved to statements, episodes and calls, and kept from tools and person. */
class ModelPlannerGroundsTest {

    private static final Support SUPPORT = new Support(1, Set.of(), NOW, NOW);
    private static final Persona PERSONA = new Persona(
            1,
            "Be helpful.",
            List.of(
                    new Statement("m1", "Likes jazz.", Statement.Kind.PREFERENCE, SUPPORT),
                    new Statement("units-of-measure", "Thinks in km.", Statement.Kind.TOOL_GUIDANCE, SUPPORT)));

    private final ScriptedChatModel model = new ScriptedChatModel();
    private final List<String> heard = new ArrayList<>();

    @Test
    void next_resolvesStatementsMemoriesAndResults_andSaysNothingOfThem() {
        model.text("In km [s2], since you run [m1], it is 42 [t1; t3].");

        Step step = plan(situation().observing(List.of(observed("call-a", "convert", "42 km"))));

        assertThat(step)
                .isEqualTo(new Step.Answer(
                        "In km, since you run, it is 42.",
                        List.of(new EpisodeId("e1")),
                        List.of("units-of-measure"),
                        new Backing(List.of("call-a"), 1)));
        assertThat(String.join("", heard)).isEqualTo("In km, since you run, it is 42.");
    }

    @Test
    void next_keepsWhatDecidedAnArgument_fromTheTool() {
        model.calls(call("a", "convert", "{\"unit\":\"km\",\"_because\":\"unit=s2, s9\"}"));

        Step.UseTools step = (Step.UseTools) plan(situation());

        Ground ground = new Ground(Ground.Kind.STATEMENT, "units-of-measure");
        assertThat(step.calls()).singleElement().satisfies(call -> {
            assertThat(call.arguments().asMap()).containsOnlyKeys("unit");
            assertThat(call.because()).isEqualTo(new Because(List.of(new Reason("unit", ground, true)), 1));
        });
    }

    @Test
    void next_takesTheReasonOutOfACallThatWasPrinted() {
        model.text("{\"name\":\"convert\",\"arguments\":{\"unit\":\"km\",\"_because\":{\"unit\":\"s2\"}}}");

        Step.UseTools step = (Step.UseTools) plan(situation());

        assertThat(step.calls().get(0).arguments().asMap()).containsOnlyKeys("unit");
        assertThat(step.calls().get(0).because().reasons()).hasSize(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void next_theSameCallForTheThirdTime_isTheSame_whateverItsReason() {
        model.calls(call("c", "convert", "{\"q\":\"x\",\"_because\":\"q=s1\"}")).text("Enough.");
        Situation twice = situation()
                .observing(List.of(observed("a", "convert", "?")))
                .observing(List.of(observed("b", "convert", "?")));

        assertThat(plan(twice)).isEqualTo(new Step.Answer("Enough.", List.of()));
    }

    @Test
    void next_offersTheReason_onlyWhereSomethingIsKnown() {
        model.text("Hello.");
        Background nothing = new Background(new Persona(1, "Be helpful.", List.of()), List.of(), List.of());

        plan(situation());
        plan(Situation.of(situation().message(), nothing, situation().tools()));

        assertThat(offered(0)).containsExactly("unit", "_because");
        assertThat(offered(1)).containsExactly("unit");
    }

    @Test
    void next_ofAToolThatHasSuchAnArgumentItself_leavesItThere() {
        model.calls(call("a", "explain", "{\"_because\":\"unit=s2\"}"));

        Step.UseTools step = (Step.UseTools) plan(situation());

        assertThat(step.calls().get(0).arguments().text("_because")).isEqualTo("unit=s2");
        assertThat(step.calls().get(0).because()).isEqualTo(Because.NONE);
    }

    @Test
    void next_anAnswerThatOnlyNames_isNoAnswer() {
        model.text("[m1]").text("You run.");

        assertThat(plan(situation())).isEqualTo(new Step.Answer("You run.", List.of()));
    }

    @Test
    void next_severalCallsOfOneStep_haveTheirOwnReasons() {
        model.calls(
                call("a", "convert", "{\"unit\":\"km\",\"_because\":\"unit=s2\"}"),
                call("b", "convert", "{\"unit\":\"mi\"}"));

        Step.UseTools step = (Step.UseTools) plan(situation());

        assertThat(step.calls())
                .extracting(ToolCall::because)
                .extracting(because -> because.reasons().size())
                .containsExactly(1, 0);
    }

    private Iterable<String> offered(int request) {
        return model.requests()
                .get(request)
                .toolSpecifications()
                .get(0)
                .parameters()
                .properties()
                .keySet();
    }

    private static Situation situation() {
        Background background =
                new Background(PERSONA, List.of(remembered("e1", "I run marathons.", Trust.TRUSTED)), List.of());
        return Situation.of(
                new Message("s", "How far is 26.2 miles?", NOW),
                background,
                List.of(tool("convert", "unit"), tool("explain", "_because")));
    }

    private static ToolSpec tool(String name, String argument) {
        return ToolSpec.of(
                ToolSpecification.builder()
                        .name(name)
                        .description("Does it.")
                        .parameters(JsonObjectSchema.builder()
                                .addStringProperty(argument)
                                .build())
                        .build(),
                Effect.READ);
    }

    private Step plan(Situation situation) {
        RemoteModel remote = new RemoteModel(
                new Endpoint("stub", "http://stub/v1", "STUB_KEY"), Duration.ofSeconds(5), model, model);
        return new ModelPlanner(remote, ZoneOffset.UTC).next(situation, new TurnListener() {
            @Override
            public void text(String piece) {
                heard.add(piece);
            }
        });
    }
}
