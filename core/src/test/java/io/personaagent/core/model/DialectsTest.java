package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.output.FinishReason;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import io.personaagent.core.model.Profile.Speech;
import io.personaagent.core.model.Profile.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same faults in each provider's own protocol, in one piece and as a stream. */
@Timeout(60)
class DialectsTest {

    private static final String WAY_OUT = ". PersonaAgent can go on without a model: use --planner reflex";

    private final StubModelServer server = new StubModelServer();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> ways() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> Arrays.stream(Speech.values()).map(speech -> Arguments.of(dialect, speech)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answer_comesAfterTheServerSaidNotNow(Dialect dialect, Speech speech) {
        server.then(StubReply.status(429, "application/json", "{}", "Retry-After", "0"))
                .then(dialect.answer());

        Answer answer = ask(dialect, speech);

        assertThat(answer.response().aiMessage().text()).isEqualTo("You like tea");
        assertThat(answer.response().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(heard).hasSize(speech == Speech.STREAMED ? 1 : 0);
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answer_withoutUsage_isEstimated(Dialect dialect, Speech speech) {
        server.then(dialect.answer());

        Usage usage = ask(dialect, speech).usage();

        assertThat(usage.input()).isPositive();
        assertThat(usage.output()).isEqualTo("You like tea".length() / 4 + 1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answer_thatReachedItsLongestLength_saysSo(Dialect dialect, Speech speech) {
        server.then(dialect.tooLong());

        assertThat(ask(dialect, speech).response().finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answer_thatIsCut_isNeverWhole(Dialect dialect, Speech speech) {
        server.then(dialect.cut()).then(StubReply.status(500, "text/plain", "no"));

        assertThatThrownBy(() -> ask(dialect, speech))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(
                        speech == Speech.WHOLE
                                ? " broke the connection before it had answered"
                                : " broke off; what you heard of its answer is incomplete");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void answer_withoutItsEnd_isIncomplete(Dialect dialect) {
        server.then(dialect.endless());

        assertThatThrownBy(() -> ask(dialect, Speech.STREAMED))
                .hasMessage("the model 'stub' broke off; what you heard of its answer is incomplete; ask again");
        assertThat(heard).containsExactly("You like tea");
    }

    static Stream<Dialect> streams() {
        return Stream.of(Dialect.values());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusals_areExplained(Dialect dialect, Speech speech) {
        server.then(StubReply.status(401, "application/json", "{}"));

        assertThatThrownBy(() -> ask(dialect, speech))
                .hasMessage(
                        "the model server at %s wants a key (401); put it into an environment variable and name that variable in model.api_key_env"
                                        .formatted(server.address() + dialect.path())
                                + WAY_OUT);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatFails_isAskedThreeTimes(Dialect dialect, Speech speech) {
        server.then(StubReply.status(503, "text/html", "<h1>down</h1>"));

        assertThatThrownBy(() -> ask(dialect, speech)).hasMessageContaining(" failed (503): down; try again later");
        assertThat(server.received()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aServerThatResets_isAskedThreeTimes(Dialect dialect, Speech speech) {
        server.then(StubReply.reset());

        assertThatThrownBy(() -> ask(dialect, speech))
                .hasMessageContaining(" broke the connection before it had answered; try again");
        assertThat(server.received()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nonsense_isNoAnswer(Dialect dialect, Speech speech) {
        for (String nonsense : List.of("", "garbage", "{\"a\":", "[]", "<html></html>")) {
            server.then(StubReply.status(200, "application/json", nonsense));
        }

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> ask(dialect, speech)).isInstanceOf(ModelException.class);
        }
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void silence_ends(Dialect dialect, Speech speech) {
        Duration soon = Duration.ofMillis(200);
        server.then(StubReply.hang(new CountDownLatch(1)));

        assertThatThrownBy(() -> ask(dialect, speech, new Timeouts(soon, soon, soon, soon.multipliedBy(2))))
                .hasMessageContaining(
                        speech == Speech.WHOLE
                                ? " did not answer within 400 ms; "
                                : " did not begin to answer within 200 ms; ");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFlood_ends(Dialect dialect, Speech speech) {
        server.then(StubReply.huge(50L * 1024 * 1024));

        assertThatThrownBy(() -> ask(dialect, speech)).isInstanceOf(ModelException.class);
    }

    private Answer ask(Dialect dialect, Speech speech) {
        return ask(dialect, speech, Timeouts.USUAL);
    }

    private Answer ask(Dialect dialect, Speech speech, Timeouts timeouts) {
        Server there = new Server(server.address() + dialect.path(), "");
        ModelSettings settings = new ModelSettings(dialect.provider(), "stub", there, Generation.USUAL, timeouts);
        return new Models(
                        new Profile("model", settings, speech, Stamina.USUAL, Terms.NONE),
                        Map.of(),
                        RemoteModels.AT_ONCE)
                .remote()
                .answer(RemoteModels.hello(), heard::add, Within.FOREVER);
    }
}
