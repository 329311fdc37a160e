package io.personaagent.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plan.reflex.EverydayTools;
import io.personaagent.core.plan.reflex.Situations;
import io.personaagent.core.plan.reflex.WordBagModel;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReflexPlannerTest {

    private final WordBagModel model = new WordBagModel();
    private final ReflexPlanner planner = new ReflexPlanner(model.embedder(), ZoneOffset.UTC);

    @Test
    void next_callsTheToolWhoseExampleWasSaid_withoutAnyEmbedding() {
        assertThat(next("Remind me to call Mum tomorrow at 9."))
                .isEqualTo(call("set_reminder", Map.of("text", "call Mum", "when", "tomorrow at 9")));
        assertThat(model.embedded()).isZero();
    }

    @Test
    void next_asksForWhatIsMissing() {
        assertThat(next("remind me to call Mum"))
                .isEqualTo(new Step.AskUser(
                        "For \"set reminder\" I still need to know: when, such as \"tomorrow at 9\"."));
    }

    @Test
    void next_takesTheAnswerToItsQuestion() {
        Episode asked = Situations.said(
                "e1",
                "remind me to call Mum",
                "For \"set reminder\" I still need to know: when, such as \"tomorrow at 9\".");

        assertThat(next("on Friday at noon", List.of(), List.of(asked)))
                .isEqualTo(call("set_reminder", Map.of("text", "call Mum", "when", "on Friday at noon")));
        assertThat(text(next("I like tea.", List.of(), List.of(asked)))).isEqualTo("I'll remember that.");
        assertThat(text(next("never mind", List.of(), List.of(asked)))).isEqualTo("All right.");
    }

    @Test
    void next_doesNotTakeAnAnswerForAnotherQuestion() {
        Episode said = Situations.said("e1", "remind me to call Mum", "Good idea.");

        assertThat(text(next("on Friday at noon", List.of(), List.of(said)))).isEqualTo("I'll remember that.");
    }

    @Test
    void next_makesTheCallsOfAConjunctionTogether_whenAllIsKnown() {
        String said = "note that the boiler leaks and remind me to call Ortiz";
        String question = "For \"set reminder\" I still need to know: when, such as \"tomorrow at 9\".";
        Step both = new Step.UseTools(
                List.of(
                        new ToolCall("call-1", "add_note", Arguments.of(Map.of("text", "the boiler leaks"))),
                        new ToolCall(
                                "call-2",
                                "set_reminder",
                                Arguments.of(Map.of("text", "call Ortiz", "when", "tomorrow at 9")))),
                Influence.PERSON);

        assertThat(next(said + " tomorrow at 9")).isEqualTo(both);
        assertThat(next(said)).isEqualTo(new Step.AskUser(question));
        assertThat(next("tomorrow at 9", List.of(), List.of(Situations.said("e1", said, question))))
                .isEqualTo(both);
    }

    @Test
    void next_asksWhichToolIsMeantWhereNoneIsLikelyEnough_andTakesTheAnswer() {
        List<ToolSpec> tools = List.of(reading("lamp"), reading("light"));
        String said = "show red garden thing";
        String question =
                """
                I am not sure what you want. Do you mean:
                1. lamp
                2. light
                Answer with a number, or say it in other words.""";
        List<Episode> before = List.of(Situations.said("e1", said, question));

        assertThat(among(tools, said, List.of())).isEqualTo(new Step.AskUser(question));
        assertThat(among(tools, "2", before)).isEqualTo(call("light", Map.of()));
        assertThat(among(tools, "show red garden lamp", before)).isEqualTo(call("lamp", Map.of()));
        assertThat(text(among(tools, "neither", before))).isEqualTo("All right, I have done nothing.");
        assertThat(text(among(tools, "2", List.of()))).isEqualTo("I'll remember that.");
    }

    private static ToolSpec reading(String name) {
        return EverydayTools.tool(name, Effect.READ, schema -> schema.required(List.of()), "show red garden " + name);
    }

    private Step among(List<ToolSpec> tools, String message, List<Episode> conversation) {
        return planner.next(Situations.of(message, List.of(), conversation, tools), TurnListener.none());
    }

    @Test
    void next_knowsBeforeItLooksUp() {
        Recollection known = Situations.recalled(
                Situations.source(Source.Kind.STATEMENT, "e1", "2026-11-18T09:00:00Z"),
                "Emmy is my neighbour's dog.",
                0.8);

        assertThat(text(next("Who is Emmy?", List.of(known), List.of())))
                .startsWith("You told me on 18 November 2026:");
        assertThat(next("Who is Emmy?")).isEqualTo(call("wikipedia_summary", Map.of("title", "Emmy")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is my sister's name?",
                "Who is my dentist?",
                "How much is my rent?",
                "Tell me about my trip"
            })
    void next_looksNothingUpAboutThePerson(String question) {
        assertThat(text(next(question))).startsWith("I don't know ").endsWith(" yet. Tell me, and I will remember it.");
    }

    @Test
    void next_computesRatherThanLooksUp() {
        assertThat(next("What is 17 * 23?")).isEqualTo(call("calculate", Map.of("expression", "17 * 23")));
    }

    @Test
    void next_answersFromThisVerySession() {
        Episode told = Situations.said("e1", "My cat is called Miso.", "I'll remember that.");

        assertThat(text(next("What is my cat called?", List.of(), List.of(told))))
                .isEqualTo("You told me today at 11:58: \"My cat is called Miso.\"");
    }

    @Test
    void next_tellsWhatCameOfTheCalls() {
        Situation situation = Situations.of("What time is it?", List.of(), List.of(), EverydayTools.all());
        Observation observation = new Observation(
                new ToolCall("call-1", "current_time", Arguments.NONE),
                ToolResult.done("12:00"),
                Duration.ZERO,
                "policy");
        List<String> heard = new ArrayList<>();

        Step step = planner.next(situation.observing(List.of(observation)), new TurnListener() {
            @Override
            public void text(String piece) {
                heard.add(piece);
            }
        });

        assertThat(text(step)).isEqualTo("12:00");
        assertThat(heard).containsExactly("12:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我喜欢喝茶",
                "我的猫叫什么？",
                "أحب الشاي",
                "ما اسم قطتي؟",
                "J'aime le thé",
                "?!?!",
                "😀😀😀",
                "\u0000\uD800",
                "((((",
                "\\E[a-z]*+?{}",
                "{text} {when}",
                "$1 \\1",
                "remind me to"
            })
    void next_decidesWhateverIsSaid(String message) {
        assertThat(text(next(message))).isNotBlank();
    }

    @Test
    void next_decidesForTheLongestMessages() {
        for (String piece : List.of(
                "to ",
                "a",
                "remind me to ",
                "note that ",
                "note that x and ",
                "? ",
                "日本",
                "in at on by ",
                "\"",
                "- ")) {
            String message = piece.repeat(Message.MAX_LENGTH / piece.length());
            assertThat(next(message)).as(piece).isNotNull();
        }
        assertThat(model.embedded()).isLessThan(100);
    }

    @Test
    void next_isTheSameEachTimeAndInEachThread() {
        String wish = "jot down a note: the plumber's name is Ortiz";
        Step first = next(wish);

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> next(wish)).distinct())
                .containsExactly(first);
    }

    private Step next(String message) {
        return next(message, List.of(), List.of());
    }

    private Step next(String message, List<Recollection> recalled, List<Episode> conversation) {
        return planner.next(Situations.of(message, recalled, conversation, EverydayTools.all()), TurnListener.none());
    }

    private static Step call(String tool, Map<String, Object> arguments) {
        return new Step.UseTools(List.of(new ToolCall("call-1", tool, Arguments.of(arguments))), Influence.PERSON);
    }

    private static String text(Step step) {
        return step.fold(Step.Answer::text, use -> "uses " + use.calls(), Step.AskUser::question);
    }
}
