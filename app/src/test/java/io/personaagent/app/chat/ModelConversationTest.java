package io.personaagent.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.TestHome;
import io.personaagent.core.Person;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.wiring.Household;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a model server on this machine, over real HTTP. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelConversationTest {

    /** Some tenths of a second where the machine is idle; the model would be waited for for two minutes. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final StubModelServer server = new StubModelServer();
    private final RecordingScreen screen = new RecordingScreen();
    private Household household;
    private Person person;
    private Conversation conversation;

    @BeforeEach
    void open() {
        household = TestHome.in(folder)
                .configured("[model]\nprovider = \"openai\"\nname = \"stub\"\nbase_url = \"%s\"\n"
                        .formatted(server.openAiUrl()))
                .open();
        person = household.person(new UserId("ada"));
        conversation = new Conversation(person, household.serve(person, Asker.nobodyThere()), household.ids(), screen);
    }

    @AfterEach
    void close() {
        household.close();
        server.close();
    }

    @Test
    void take_aStreamedAnswer_isShownOnce() {
        server.then(StubReply.text("Hei, Åse."));

        conversation.take("Hello");

        assertThat(String.join("", screen.taken())).isEqualTo("Hei, Åse.\n");
        assertThat(person.memory().episodes().latest(1).get(0).exchange().reply())
                .isEqualTo("Hei, Åse.");
    }

    @Test
    void reflex_afterAModelThatFails_answersTheSameMessageWithoutIt() {
        server.then(StubReply.status(400, "text/plain", "no such model"));

        conversation.take("I live in Oslo.");
        assertThat(screen.taken())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("> ")
                .contains("no such model");
        int asked = server.received().size();
        conversation.take("/reflex");
        conversation.take("My cat is called Misty.");

        assertThat(String.join("", screen.taken()))
                .isEqualTo("# From now on without the model.I'll remember that.\nI'll remember that.\n");
        assertThat(server.received()).hasSize(asked);
        conversation.take("/reflex");
        assertThat(screen.taken()).containsExactly("# No model is in use.");
    }

    @Test
    void why_namesTheModelThatStoodIn_andUsageCountsBoth() {
        household.close();
        household = TestHome.in(folder.resolve("two"))
                .configured("[model]\nprovider = \"openai\"\nname = \"best\"\nbase_url = \"%s\"\nfallback = \"cheap\"\n"
                                .formatted(server.openAiUrl())
                        + "[models.cheap]\nprovider = \"openai\"\nname = \"small\"\nbase_url = \"%s\"\nprice_in = 1000\n"
                                .formatted(server.openAiUrl()))
                .open();
        person = household.person(new UserId("ada"));
        conversation = new Conversation(person, household.serve(person, Asker.nobodyThere()), household.ids(), screen)
                .countedBy(household.models()::counts);
        server.answering(request -> request.body().contains("\"best\"")
                ? StubReply.status(401, "text/plain", "no key")
                : StubReply.text("Hello."));

        conversation.take("/usage");
        conversation.take("Hello");
        assertThat(screen.taken()).startsWith("# No model was asked anything yet.");
        conversation.take("/why");
        assertThat(screen.taken()).last().asString().startsWith("> A step was answered by small, since ");
        conversation.take("/usage");

        assertThat(screen.taken())
                .hasSize(2)
                .anySatisfy(
                        line -> assertThat(line).startsWith("> model: ").contains(" (another was asked instead: 1); "))
                .anySatisfy(line ->
                        assertThat(line).startsWith("> models.cheap: 1 call; ").contains("; cost "));
    }

    @Test
    void reflex_afterAnAnswer_doesNotAnswerAgain() {
        server.then(StubReply.text("Hello."));
        conversation.take("Hello");
        screen.taken();

        conversation.take("/reflex");

        assertThat(screen.taken()).containsExactly("# From now on without the model.");
        assertThat(person.memory().episodes().count()).isEqualTo(1);
    }

    @Test
    void cancel_endsATurnWhoseModelHangs_andKeepsTheMessage() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        server.then(StubReply.hang(reached));
        CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> conversation.take("Are you there?"));
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(conversation.cancel()).isTrue();

        assertThat(turn).succeedsWithin(AT_ONCE).isEqualTo(true);
        assertThat(screen.taken()).containsExactly("> Cancelled.");
        assertThat(person.memory().episodes().latest(1).get(0).exchange().query())
                .isEqualTo("Are you there?");
        assertThat(conversation.cancel()).isFalse();
    }

    @Test
    void cancel_amidAStreamedAnswer_endsItsLine() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        server.then(StubReply.hangAfter("Once upon", reached)).then(StubReply.text("Yes."));
        CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> conversation.take("Tell me a story"));
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

        conversation.cancel();

        assertThat(turn).succeedsWithin(AT_ONCE).isEqualTo(true);
        assertThat(String.join("", screen.taken())).matches("(Once upon\n)?> Cancelled\\.");
        conversation.take("Are you still there?");
        assertThat(String.join("", screen.taken())).isEqualTo("Yes.\n");
    }

    @Test
    void notices_duringATurn_waitAndDoNotBlock() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        server.then(StubReply.hang(reached));
        CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> conversation.take("Are you there?"));
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(CompletableFuture.runAsync(conversation::notices)).succeedsWithin(AT_ONCE);

        conversation.cancel();
        assertThat(turn).succeedsWithin(AT_ONCE);
    }
}
