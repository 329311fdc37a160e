package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why there is no answer, in words for the person, from a real HTTP server that refuses, fails or talks nonsense. */
@Timeout(30)
class RemoteModelFailuresTest {

    private static final String WAY_OUT = ". PersonaAgent can go on without a model: use --planner reflex";

    private final StubModelServer server = new StubModelServer();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_namesAServerThatIsNotThere_withinASecond(boolean streamed) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String address = "http://127.0.0.1:%d/v1".formatted(port);
        RemoteModel model = RemoteModels.at(address, Timeouts.USUAL, streamed);
        long start = System.nanoTime();

        assertThatThrownBy(() -> model.ask(RemoteModels.hello(), heard::add))
                .hasMessage(
                        "the model server at %s cannot be reached; start it, or check model.base_url and the network"
                                        .formatted(address)
                                + WAY_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | does not accept the key (401); check the environment variable STUB_KEY | 1",
                "403 | does not accept the key (403); check the environment variable STUB_KEY | 1",
                "404 | does not know the model 'stub', or is no model server (404); check model.name and model.base_url | 1",
                "408 | ran out of time (408); try again later | 3",
                "422 | did not accept the request (422): no, [key] is bad; check the settings under model | 1",
                "500 | failed (500): no, [key] is bad; try again later | 3",
                "302 | did not accept the request (302): no, [key] is bad; check the settings under model | 1",
                "504 | ran out of time (504); try again later | 3"
            })
    void ask_explainsARefusal_withoutTheKey(int status, String explanation, int requests) {
        server.then(StubReply.status(status, "text/html", "<h1>no, " + RemoteModels.KEY + "\n is bad</h1>"));

        assertThatThrownBy(() -> ask(false))
                .hasMessage("the model server at %s %s".formatted(server.openAiUrl(), explanation) + WAY_OUT);
        assertThat(server.received()).hasSize(requests);
    }

    @Test
    void ask_ofAStream_asksThreeTimesAtMostWhenTheServerFails() {
        server.then(StubReply.status(502, "text/html", "<html><body>Bad Gateway</body></html>"));

        assertThatThrownBy(() -> ask(true))
                .hasMessage("the model server at %s failed (502): Bad Gateway; try again later"
                                .formatted(server.openAiUrl())
                        + WAY_OUT);
        assertThat(server.received()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_waitsAsLongAsTheServerAsks(boolean streamed) {
        server.then(StubReply.status(429, "application/json", "{}", "Retry-After", "0"))
                .then(StubReply.text("now"));

        assertThat(ask(streamed).aiMessage().text()).isEqualTo("now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "Wed, 21 Oct 2037 07:28:00 GMT"})
    void ask_doesNotWaitForALongTime(String retryAfter) {
        server.then(StubReply.status(429, "application/json", "{}", "Retry-After", retryAfter));

        assertThatThrownBy(() -> ask(false))
                .hasMessage(
                        "the model server at %s has had too many requests (429); wait a little and ask again, or look at your quota there"
                                        .formatted(server.openAiUrl())
                                + WAY_OUT);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "<html>hello</html>", "{\"choices\":", "[]"})
    void ask_saysThatGarbageIsNoAnswer(String garbage) {
        server.then(StubReply.status(200, "application/json", garbage));

        assertThatThrownBy(() -> ask(true))
                .hasMessage(
                        "the model server at %s answered something that is not a model's answer; check model.provider and model.base_url"
                                        .formatted(server.openAiUrl())
                                + WAY_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"choices\":[]}"})
    void ask_saysThatNothingIsNoAnswer(String nothing) {
        server.then(StubReply.status(200, "application/json", nothing));

        assertThatThrownBy(() -> ask(true))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("the model server at " + server.openAiUrl())
                .hasMessageEndingWith("check model.provider and model.base_url" + WAY_OUT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_saysThatTheConnectionBroke(boolean streamed) {
        server.then(StubReply.reset());

        assertThatThrownBy(() -> ask(streamed))
                .hasMessage("the model server at %s broke the connection before it had answered; try again"
                                .formatted(server.openAiUrl())
                        + WAY_OUT);
    }

    @Test
    void ask_doesNotReadAnAnswerOfFiftyMegabytes() {
        server.then(StubReply.huge(50L * 1024 * 1024));

        assertThatThrownBy(() -> ask(true))
                .hasMessage(
                        "the model server at %s answered more than anybody would read; check that model.base_url is a model server"
                                        .formatted(server.openAiUrl())
                                + WAY_OUT);
    }

    private ChatResponse ask(boolean streamed) {
        return RemoteModels.at(server.openAiUrl(), Timeouts.USUAL, streamed).ask(RemoteModels.hello(), heard::add);
    }
}
