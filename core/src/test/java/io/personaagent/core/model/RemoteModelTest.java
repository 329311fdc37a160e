package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an endpoint can do to us (a real HTTP server that misbehaves), asked in one piece and as a stream. */
@Timeout(30)
class RemoteModelTest {

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
            assertThat(request.authorization()).isEqualTo("Bearer " + RemoteModels.KEY);
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
    void ask_givesUpOnAServerThatSaysNothing(boolean streamed) {
        server.then(StubReply.hang(new CountDownLatch(1)));
        RemoteModel model = RemoteModels.at(server.openAiUrl(), RemoteModels.shortly(), streamed);

        assertThatThrownBy(() -> model.ask(RemoteModels.hello(), heard::add))
                .hasMessage(
                        "the model server at %s did not answer within 300 ms; try again, or raise model.timeout_seconds"
                                        .formatted(server.openAiUrl())
                                + WAY_OUT);
    }

    @Test
    void ask_givesUpOnAStreamThatStops() {
        server.then(StubReply.hangAfter("You ", new CountDownLatch(1)));
        RemoteModel model =
                RemoteModels.at(server.openAiUrl(), new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(3)), true);

        assertThatThrownBy(() -> model.ask(RemoteModels.hello(), heard::add))
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

    @Test
    void ask_takesAnAnswerThatWasCutByTheOutputLimit() {
        server.then(StubReply.message(new ObjectMapper().createObjectNode().put("content", "You like"), "length"));

        assertThat(ask(true).finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(ask(false).finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void ask_passesOnWhatTheListenerThrows() {
        server.then(StubReply.text("You like tea"));
        RemoteModel model = RemoteModels.at(server.openAiUrl(), Timeouts.USUAL, true);

        assertThatThrownBy(() -> model.ask(RemoteModels.hello(), piece -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void ask_stopsListeningWhenTheListenerThrows() {
        server.then(StubReply.hangAfter("You like ", new CountDownLatch(1)));
        RemoteModel model = RemoteModels.at(server.openAiUrl(), Timeouts.USUAL, true);

        assertThatThrownBy(() -> model.ask(RemoteModels.hello(), piece -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void ask_leavesNoThreadsBehindAfterHundredsOfFaults() {
        server.then(StubReply.status(400, "text/plain", ""));
        RemoteModel model = RemoteModels.at(server.openAiUrl(), Timeouts.USUAL, true);
        assertThatThrownBy(() -> model.ask(RemoteModels.hello(), heard::add)).isInstanceOf(ModelException.class);
        int before = Thread.activeCount();

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> model.ask(RemoteModels.hello(), heard::add))
                    .isInstanceOf(ModelException.class);
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
        return RemoteModels.at(server.openAiUrl(), Timeouts.USUAL, streamed).ask(RemoteModels.hello(), heard::add);
    }

    private static String delta(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}".formatted(text);
    }
}
