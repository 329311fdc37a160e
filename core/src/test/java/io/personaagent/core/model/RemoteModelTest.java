package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an endpoint can do to us (a real HTTP server that misbehaves), asked in one piece and as a stream. */
@Timeout(30)
class RemoteModelTest {

    private static final String KEY = "sk-very-secret-key";
    private static final String WAY_OUT = ". PersonaAgent can go on without a model: use --planner reflex";

    private final StubModelServer server = new StubModelServer();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ask_streamsPieces() {
        server.then(StubReply.stream(
                delta("你好, "),
                delta("Ada"),
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}",
                "[DONE]"));

        ChatResponse response = ask(true);

        assertThat(response.aiMessage().text()).isEqualTo("你好, Ada");
        assertThat(heard).containsExactly("你好, ", "Ada");
        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/chat/completions");
            assertThat(request.authorization()).isEqualTo("Bearer " + KEY);
        });
    }

    @Test
    void ask_fallsBackWhenTheServerDoesNotStream() {
        server.then(StubReply.neverStreamed(StubReply.text("in one piece")));

        assertThat(ask(true).aiMessage().text()).isEqualTo("in one piece");
        assertThat(heard).isEmpty();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void ask_fallsBackWhenStreamingIsRefused() {
        server.then(StubReply.status(400, "application/json", "{\"error\":\"stream not supported\"}"))
                .then(StubReply.text("in one piece"));

        assertThat(ask(true).aiMessage().text()).isEqualTo("in one piece");
    }

    @Test
    void ask_fallsBackWhenTheStreamIsCutBeforeTheFirstWord() {
        server.then(StubReply.cutStream()).then(StubReply.text("in one piece"));

        assertThat(ask(true).aiMessage().text()).isEqualTo("in one piece");
        assertThat(heard).isEmpty();
    }

    @Test
    void ask_saysThatACutAnswerIsIncomplete() {
        server.then(StubReply.cutStream("You like ", "green "));

        assertThatThrownBy(() -> ask(true))
                .isInstanceOf(ModelException.class)
                .hasMessage("the model 'stub' broke off; what you heard of its answer is incomplete; ask again");
        assertThat(heard).containsExactly("You like ", "green ");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void ask_saysThatAStreamWithoutEndIsIncomplete() {
        server.then(StubReply.stream(delta("You like ")));

        assertThatThrownBy(() -> ask(true))
                .hasMessage("the model 'stub' broke off; what you heard of its answer is incomplete; ask again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_namesAServerThatIsNotThere_withinASecond(boolean streamed) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String address = "http://127.0.0.1:%d/v1".formatted(port);
        RemoteModel model = model(address, Timeouts.USUAL, streamed);
        long start = System.nanoTime();

        assertThatThrownBy(() -> model.ask(hello(), heard::add))
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
                "408 | ran out of time (408); try again later | 1",
                "422 | did not accept the request (422): no, [key] is bad; check the settings under model | 1",
                "500 | failed (500): no, [key] is bad; try again later | 2",
                "302 | did not accept the request (302): no, [key] is bad; check the settings under model | 1",
                "504 | ran out of time (504); try again later | 2"
            })
    void ask_explainsARefusal_withoutTheKey(int status, String explanation, int requests) {
        server.then(StubReply.status(status, "text/html", "<h1>no, " + KEY + "\n is bad</h1>"));

        assertThatThrownBy(() -> ask(false))
                .hasMessage("the model server at %s %s".formatted(server.openAiUrl(), explanation) + WAY_OUT);
        assertThat(server.received()).hasSize(requests);
    }

    @Test
    void ask_ofAStream_asksTwiceAtMostWhenTheServerFails() {
        server.then(StubReply.status(502, "text/html", "<html><body>Bad Gateway</body></html>"));

        assertThatThrownBy(() -> ask(true))
                .hasMessage("the model server at %s failed (502): Bad Gateway; try again later"
                                .formatted(server.openAiUrl())
                        + WAY_OUT);
        assertThat(server.received()).hasSize(2);
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
    @ValueSource(booleans = {true, false})
    void ask_givesUpOnAServerThatSaysNothing(boolean streamed) {
        server.then(StubReply.hang(new CountDownLatch(1)));
        RemoteModel model = model(server.openAiUrl(), shortly(), streamed);

        assertThatThrownBy(() -> model.ask(hello(), heard::add))
                .hasMessage("the model server at %s did not answer within 300 ms; try again, or raise model.timeout"
                                .formatted(server.openAiUrl())
                        + WAY_OUT);
    }

    @Test
    void ask_givesUpOnAStreamThatStops() {
        server.then(StubReply.hangAfter("You ", new CountDownLatch(1)));
        RemoteModel model = model(server.openAiUrl(), new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(3)), true);

        assertThatThrownBy(() -> model.ask(hello(), heard::add))
                .hasMessage("the model 'stub' broke off; what you heard of its answer is incomplete; ask again");
        assertThat(heard).containsExactly("You ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_endsAtOnceWhenItIsInterrupted(boolean streamed) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        server.then(StubReply.hang(reached));

        assertThat(interrupted(reached, streamed)).isInstanceOf(CancellationException.class);
    }

    @Test
    void ask_endsAtOnceWhenItIsInterruptedAmidAStream() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        server.then(StubReply.hangAfter("You ", reached));

        assertThat(interrupted(reached, true)).isInstanceOf(CancellationException.class);
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

    @Test
    void ask_takesAnAnswerThatWasCutByTheOutputLimit() {
        server.then(StubReply.message(new ObjectMapper().createObjectNode().put("content", "You like"), "length"));

        assertThat(ask(true).finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(ask(false).finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void ask_passesOnWhatTheListenerThrows() {
        server.then(StubReply.text("You like tea"));
        RemoteModel model = model(server.openAiUrl(), Timeouts.USUAL, true);

        assertThatThrownBy(() -> model.ask(hello(), piece -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void ask_stopsListeningWhenTheListenerThrows() {
        server.then(StubReply.hangAfter("You like ", new CountDownLatch(1)));
        RemoteModel model = model(server.openAiUrl(), Timeouts.USUAL, true);

        assertThatThrownBy(() -> model.ask(hello(), piece -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void ask_leavesNoThreadsBehindAfterHundredsOfFaults() {
        server.then(StubReply.status(400, "text/plain", ""));
        RemoteModel model = model(server.openAiUrl(), Timeouts.USUAL, true);
        assertThatThrownBy(() -> model.ask(hello(), heard::add)).isInstanceOf(ModelException.class);
        int before = Thread.activeCount();

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> model.ask(hello(), heard::add)).isInstanceOf(ModelException.class);
        }

        assertThat(server.received()).hasSize(402);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 4);
    }

    @Test
    void ask_leavesNoThreadThatKeepsTheProgramAlive() {
        server.then(StubReply.text("hello"));

        ask(true);

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("HttpClient"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    private Throwable interrupted(CountDownLatch reached, boolean streamed) throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread turn = new Thread(() -> thrown.complete(catchThrowable(() -> ask(streamed))));
        turn.start();
        reached.await();
        turn.interrupt();
        return thrown.get(2, TimeUnit.SECONDS);
    }

    private ChatResponse ask(boolean streamed) {
        return model(server.openAiUrl(), Timeouts.USUAL, streamed).ask(hello(), heard::add);
    }

    private static RemoteModel model(String address, Timeouts timeouts, boolean streamed) {
        ModelSettings settings =
                new ModelSettings("openai", "stub", new Server(address, "STUB_KEY"), Generation.USUAL, timeouts);
        Models models = new Models(settings, Map.of("STUB_KEY", KEY));
        return streamed ? models.remote() : new RemoteModel(models.endpoint(), timeouts.total(), models.chat());
    }

    private static Timeouts shortly() {
        return new Timeouts(Duration.ofMillis(200), Duration.ofMillis(300));
    }

    private static ChatRequest hello() {
        return ChatRequest.builder().messages(UserMessage.from("hello")).build();
    }

    private static String delta(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}".formatted(text);
    }
}
