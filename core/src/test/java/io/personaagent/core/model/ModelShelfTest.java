package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import io.personaagent.core.model.Profile.Speech;
import io.personaagent.core.model.Profile.Terms;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A model and the one that stands in for it, each on a real HTTP server. */
@Timeout(30)
class ModelShelfTest {

    private static final String WAY_OUT = ". PersonaAgent can go on without a model: use --planner reflex";
    private static final Duration LONG = Duration.ofMinutes(5);

    private final StubModelServer best = new StubModelServer();
    private final StubModelServer spare = new StubModelServer();
    private final List<String> heard = new ArrayList<>();
    private final ModelShelf shelf = shelf(Timeouts.USUAL);

    @AfterEach
    void stop() {
        best.close();
        spare.close();
    }

    @Test
    void talking_asksTheFirst_andCountsWhatItTakes() {
        best.then(StubReply.text("Tea."));

        Answer answer = shelf.talking("best").answer(RemoteModels.hello(), heard::add, LONG);

        assertThat(answer.response().aiMessage().text()).isEqualTo("Tea.");
        assertThat(answer.usage().profile()).isEqualTo("models.best");
        assertThat(answer.usage().model()).isEqualTo("big");
        assertThat(answer.detours()).isEmpty();
        assertThat(spare.received()).isEmpty();
    }

    @Test
    void answering_countsTokensAndCost() {
        best.then(StubReply.text("Tea."));

        shelf.answering("best").chat(RemoteModels.hello());
        shelf.answering("best").chat(RemoteModels.hello());

        assertThat(shelf.counts())
                .containsOnly(
                        Map.entry("models.best", new Counts(2, 0, 0, 0, 84, 14, (84 * 3.0 + 14 * 15.0) / 1_000_000)),
                        Map.entry("models.spare", Counts.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 400, 500})
    void talking_asksTheOtherWhereTheFirstDoesNotAnswer(int status) {
        best.then(StubReply.status(status, "text/plain", "no"));
        spare.then(StubReply.text("Tea."));

        Answer answer = shelf.talking("best").answer(RemoteModels.hello(), heard::add, LONG);

        assertThat(answer.response().aiMessage().text()).isEqualTo("Tea.");
        assertThat(answer.usage().profile()).isEqualTo("models.spare");
        assertThat(answer.usage().cost()).isZero();
        assertThat(answer.detours()).singleElement().satisfies(why -> assertThat(why)
                .startsWith("the model server at " + best.openAiUrl())
                .contains("(" + status + ")")
                .doesNotContain("reflex"));
        assertThat(shelf.counts().get("models.best"))
                .extracting(Counts::fallbacks)
                .isEqualTo(1L);
        assertThat(heard).containsExactly("Tea.");
    }

    @Test
    void talking_asksTheOtherOnlyAfterTheFirstWasAskedAgain() {
        best.then(StubReply.status(503, "text/plain", "starting"));
        spare.then(StubReply.text("Tea."));

        shelf.talking("best").answer(RemoteModels.hello(), heard::add, LONG);

        assertThat(best.received()).hasSize(3);
        assertThat(shelf.counts().get("models.best")).isEqualTo(new Counts(1, 2, 1, 0, 0, 0, 0));
    }

    @Test
    void talking_doesNotBeginAnewWhatWasHeardInPart() {
        best.then(StubReply.cutStream("You like "));
        spare.then(StubReply.text("Tea."));

        assertThatThrownBy(() -> shelf.talking("best").answer(RemoteModels.hello(), heard::add, LONG))
                .hasMessage("the model 'big' broke off; what you heard of its answer is incomplete; ask again");
        assertThat(heard).containsExactly("You like ");
        assertThat(spare.received()).isEmpty();
    }

    @Test
    void talking_saysOfAllWhyTheyDidNotAnswer() {
        best.then(StubReply.status(401, "text/plain", "no"));
        spare.then(StubReply.status(404, "text/plain", "no"));

        assertThatThrownBy(() -> shelf.talking("best").answer(RemoteModels.hello(), heard::add, LONG))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "the model server at %s wants a key (401); put it into an environment variable and name that variable in models.best.api_key_env; and the model server at %s does not know the model 'small', or is no model server (404); check models.spare.name and models.spare.base_url"
                                        .formatted(best.openAiUrl(), spare.openAiUrl())
                                + WAY_OUT);
    }

    @Test
    void talking_asksNobodyElseWhenItIsCancelled() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        best.then(StubReply.hang(reached));
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread turn = new Thread(() -> thrown.complete(
                catchThrowable(() -> shelf.talking("best").answer(RemoteModels.hello(), heard::add, LONG))));

        turn.start();
        reached.await();
        turn.interrupt();

        assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(spare.received()).isEmpty();
    }

    @Test
    void talking_endsWithTheTurn() {
        best.then(StubReply.hang(new CountDownLatch(1)));
        spare.then(StubReply.text("Tea."));

        assertThatThrownBy(() -> shelf.talking("best").answer(RemoteModels.hello(), heard::add, Duration.ofMillis(200)))
                .hasMessageMatching(
                        "the model server at %s did not answer in the (200|1\\d\\d|\\d\\d?) ms that were left of the turn; try again, or raise turn\\.max_seconds\\%s"
                                .formatted(best.openAiUrl(), WAY_OUT));
        assertThat(spare.received()).isEmpty();
    }

    @Test
    void talking_asksTheOtherWhereTheFirstIsSilent() {
        Duration soon = Duration.ofMillis(200);
        best.then(StubReply.hang(new CountDownLatch(1)));
        spare.then(StubReply.text("Tea."));

        Answer answer = shelf(new Timeouts(soon, soon, soon, LONG))
                .talking("best")
                .answer(RemoteModels.hello(), heard::add, LONG);

        assertThat(answer.detours())
                .containsExactly(
                        "the model server at %s did not begin to answer within 200 ms; try again, or raise models.best.first_byte_seconds"
                                .formatted(best.openAiUrl()));
    }

    @Test
    void mended_isCountedForWhoAnswered() {
        best.then(StubReply.status(401, "text/plain", "no"));
        spare.then(StubReply.text("Tea."));
        TalkingModel model = shelf.talking("best");

        model.mended(model.answer(RemoteModels.hello(), heard::add, LONG).usage(), 2);

        assertThat(shelf.counts().get("models.spare"))
                .extracting(Counts::repairs)
                .isEqualTo(2L);
        assertThat(shelf.counts().get("models.best"))
                .extracting(Counts::repairs)
                .isEqualTo(0L);
    }

    @Test
    void talking_takesAnAnswerWithoutAReasonForItsEnd_butNotForWhole() {
        best.then(StubReply.message(new ObjectMapper().createObjectNode().put("content", "Tea"), ""));

        assertThat(shelf.answering("best").chat(RemoteModels.hello()).finishReason())
                .isEqualTo(dev.langchain4j.model.output.FinishReason.OTHER);
    }

    @Test
    void endpoints_areThoseThatAreAskedInTurn() {
        assertThat(shelf.endpoints("best"))
                .containsExactly(
                        new Endpoint("models.best", "big", best.openAiUrl(), ""),
                        new Endpoint("models.spare", "small", spare.openAiUrl(), ""));
    }

    private ModelShelf shelf(Timeouts timeouts) {
        Profile first = profile("models.best", "big", best, timeouts, new Terms(new Price(3, 15), "spare"));
        Profile second = profile("models.spare", "small", spare, Timeouts.USUAL, Terms.NONE);
        return new ModelShelf(new Profiles(Map.of("best", first, "spare", second)), Map.of(), RemoteModels.AT_ONCE);
    }

    private static Profile profile(String table, String name, StubModelServer server, Timeouts timeouts, Terms terms) {
        ModelSettings settings =
                new ModelSettings("openai", name, new Server(server.openAiUrl(), ""), Generation.USUAL, timeouts);
        return new Profile(table, settings, Speech.STREAMED, Stamina.USUAL, terms);
    }
}
