package io.personaagent.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.Trace;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnViewTest {

    private static final ToolCall CALL = new ToolCall("1", "look", Arguments.of(Map.of("at", "sky")));

    private final RecordingScreen screen = new RecordingScreen();
    private final TurnView view = new TurnView(screen);

    @Test
    void end_anAnswerThatWasSeenToGrow_isNotShownAgain() {
        view.text("Good ");
        view.text("morning.\n");
        view.end(reply("Good morning."));

        assertThat(screen.taken()).containsExactly("Good ", "morning.\n", "\n");
    }

    @Test
    void end_anotherAnswerThanTheOneThatGrew_isShown() {
        view.text("Let me th");
        view.end(reply("I could not finish this in 16 steps."));

        assertThat(screen.taken()).containsExactly("Let me th", "\n", "> I could not finish this in 16 steps.");
    }

    @Test
    void using_whatWasSaidBefore_isNotTheAnswer() {
        view.text("Let me look.");
        view.using(new Step.UseTools(List.of(CALL), Influence.PERSON));
        view.observed(observed(ToolResult.done("blue")));
        view.end(reply("Let me look."));

        assertThat(screen.taken()).containsExactly("Let me look.", "\n", "# using look{at=sky}", "> Let me look.");
    }

    @Test
    void observed_onlyAFailureIsTold() {
        view.observed(observed(ToolResult.failed(Fault.WORLD, "it is dark")));

        assertThat(screen.taken()).containsExactly("# look: it is dark");
    }

    @Test
    void shortened_saysWhatTheModelWasNotTold() {
        view.shortened(new Shortening(2, 0, 1, 3));

        assertThat(screen.taken())
                .containsExactly(
                        "# This is more than the model can take at once, so some of it was shortened: 2 results of tools, 1 earlier calls, 3 earlier messages of this conversation");
    }

    @Test
    void detour_isToldOnALineOfItsOwn() {
        view.text("Good");
        view.detour("the model 'large' did not answer");

        assertThat(screen.taken()).containsExactly("Good", "\n", "# the model 'large' did not answer");
    }

    @Test
    void plainScreen_keepsTheConversationApartFromTheRest() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PlainScreen plain = new PlainScreen(new PrintWriter(out), new PrintWriter(err));

        plain.piece("Go");
        plain.piece("od.\n");
        plain.line("日本語");
        plain.aside("using look");

        assertThat(plain.answer("Allow it?")).isEmpty();
        assertThat(out.toString()).isEqualToNormalizingNewlines("Good.\n日本語\n");
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("using look\nAllow it? Nobody can be asked here, so: no.\n");
    }

    private static Observation observed(ToolResult result) {
        return new Observation(CALL, result, Duration.ZERO, "policy");
    }

    private static Reply reply(String text) {
        return new Reply(
                new EpisodeId("e1"), text, Reply.End.ANSWERED, new Trace("model", 1, List.of(), List.of(), List.of()));
    }
}
