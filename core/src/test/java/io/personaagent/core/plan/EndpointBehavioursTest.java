package io.personaagent.core.plan;

import static io.personaagent.core.plan.Turns.situation;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.contract.SilentServer;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.model.ModelSettings;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import io.personaagent.core.model.Models;
import io.personaagent.core.model.Pauses;
import io.personaagent.core.model.Profile;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that a model's endpoint can do to a turn, from a real HTTP server, asked in one piece and as a stream: each ends with exactly one
 * outcome, by its deadline, and nothing that was cut is taken for whole.
 */
@Timeout(60)
class EndpointBehavioursTest {

    private static final Clock CLOCK = Clock.fixed(Turns.NOW, ZoneOffset.UTC);

    private final StubModelServer server = new StubModelServer();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}, in one piece")
    @MethodSource("behaviours")
    void next_ofAnAnswerInOnePiece(Behaviour behaviour) {
        behaviour.script().forEach(server::then);

        check(behaviour.whole(), outcome(server.openAiUrl(), behaviour.timeouts(), Profile.Speech.WHOLE));
    }

    @ParameterizedTest(name = "{0}, streamed")
    @MethodSource("behaviours")
    void next_ofAStream(Behaviour behaviour) {
        behaviour.script().forEach(server::then);

        check(behaviour.streamed(), outcome(server.openAiUrl(), behaviour.timeouts(), Profile.Speech.STREAMED));
        if (behaviour.streamed().outcome().equals(Behaviours.BROKE_OFF)) {
            assertThat(String.join("", heard)).isNotEmpty();
        }
    }

    static Stream<Behaviour> behaviours() {
        return Behaviours.all();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void next_ofATcpReset(Profile.Speech speech) {
        try (SilentServer resetting = SilentServer.resetting()) {
            assertThat(outcome("http://" + resetting.address() + "/v1", Behaviours.USUAL, speech))
                    .startsWith(Behaviours.BROKEN);
            assertThat(resetting.taken()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void next_ofTlsThatNeverBegins(Profile.Speech speech) {
        Duration soon = Duration.ofMillis(300);
        try (SilentServer silent = SilentServer.silent()) {
            assertThat(outcome("https://" + silent.address() + "/v1", new Timeouts(soon, soon), speech))
                    .startsWith("fails SERVER")
                    .contains(" within 300 ms");
        }
    }

    static Stream<Profile.Speech> ways() {
        return Stream.of(Profile.Speech.values());
    }

    private void check(Behaviour.End expected, String outcome) {
        assertThat(outcome).startsWith(expected.outcome());
        assertThat(server.received()).hasSize(expected.requests());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private String outcome(String address, Timeouts timeouts, Profile.Speech speech) {
        ModelSettings settings =
                new ModelSettings("openai", "stub", new Server(address, ""), Generation.USUAL, timeouts);
        Profile usual = Profile.of(settings);
        Profile profile = new Profile(usual.table(), settings, speech, usual.stamina(), usual.terms());
        Models models = new Models(profile, Map.of(), new Pauses(() -> 0, CLOCK));
        try {
            return told(new ModelPlanner(models.remote(), ZoneOffset.UTC).next(situation(), hearing(heard::add)));
        } catch (PlannerException failed) {
            return "fails " + String.valueOf(failed.getMessage()).replace("the model server at " + address, "SERVER");
        }
    }

    private static TurnListener hearing(Consumer<String> listener) {
        return new TurnListener() {
            @Override
            public void text(String piece) {
                listener.accept(piece);
            }
        };
    }

    private static String told(Step step) {
        return step.fold(
                answer -> "answers " + answer.text(),
                use -> "calls "
                        + use.calls().stream().map(EndpointBehavioursTest::told).collect(Collectors.joining(", ")),
                ask -> "asks " + ask.question());
    }

    private static String told(ToolCall call) {
        return call.id() + " " + call.tool();
    }
}
