package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.journal.OpenTurn;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Permits;
import io.personaagent.core.permit.RuleFile;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends while a turn waits for the person is an error that nobody catches, and another process after it. */
class AgentWaitingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final EpisodeId ID = new EpisodeId("e1");
    private static final Asker KILLED = request -> {
        throw new KilledError();
    };

    @TempDir
    private Path temp;

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final Memory memory = new Memory(store, new LexicalProvider(), Lent.of(HashingEmbedder.embedder(), CLOCK));
    private final List<String> done = new ArrayList<>();
    private final Set<String> alive = new HashSet<>();
    private String text = "hello";
    private boolean dieBeforeTheAnswer;

    @Test
    void resume_executesOnce_whatWasWaitedFor() {
        killedWhileItAsks();

        Agent next = agent("second", Asker.approving());
        assertThat(next.waiting()).singleElement().satisfies(open -> {
            assertThat(open.turn()).isEqualTo(ID);
            assertThat(open.message().text()).isEqualTo("Send hello");
            assertThat(open.state()).isEqualTo(OpenTurn.State.WAITING);
        });
        Reply reply = next.resume(ID, TurnListener.none()).orElseThrow();

        assertThat(reply.text()).isEqualTo("done: [sent hello, noted hello]");
        assertThat(done).containsExactly("sent hello", "noted hello");
        assertThat(memory.episodes().count()).isEqualTo(1);
        assertThat(memory.episodes().find(ID).orElseThrow().exchange().query()).isEqualTo("Send hello");
        assertThat(next.waiting()).isEmpty();
        assertThat(next.resume(ID, TurnListener.none())).isEmpty();
    }

    @Test
    void resume_doesNothing_whereThePersonSaysNo() {
        killedWhileItAsks();

        agent("second", Asker.nobodyThere()).resume(ID, TurnListener.none());

        assertThat(done).containsExactly("noted hello");
        assertThat(memory.episodes().count()).isEqualTo(1);
    }

    @Test
    void resume_doesNotDoAgain_whatMayHaveBeenDone() {
        TurnListener killer = new TurnListener() {
            @Override
            public void observed(Observation observation) {
                throw new KilledError();
            }
        };
        Agent first = agent("first", Asker.approving());
        assertThatThrownBy(() -> first.respond(ID, message(), killer)).isInstanceOf(KilledError.class);
        assertThat(done).containsExactly("sent hello");

        Agent next = agent("second", Asker.approving());
        assertThat(next.waiting()).extracting(OpenTurn::state).containsExactly(OpenTurn.State.RUNNING);
        Reply reply = next.resume(ID, TurnListener.none()).orElseThrow();

        assertThat(done).containsExactly("sent hello", "noted hello");
        assertThat(reply.text())
                .isEqualTo(
                        "done: [it is not known whether 'send' was carried out: the program ended while it ran. It was not done again, noted hello]");
    }

    @Test
    void resume_doesNotDoAgain_whatWasDoneInALaterStep() {
        dieBeforeTheAnswer = true;
        Agent first = agent("first", Asker.approving());
        assertThatThrownBy(() -> first.respond(ID, message(), TurnListener.none()))
                .isInstanceOf(KilledError.class);
        dieBeforeTheAnswer = false;

        Agent next = agent("second", Asker.nobodyThere());
        assertThat(next.waiting()).extracting(OpenTurn::state).containsExactly(OpenTurn.State.OBSERVED);
        Reply reply = next.resume(ID, TurnListener.none()).orElseThrow();

        assertThat(done).containsExactly("sent hello", "noted hello");
        assertThat(reply.text()).isEqualTo("done: [sent hello, noted hello]");
    }

    @Test
    void waiting_isNotWhatAnotherProcessStillAsksAbout() {
        killedWhileItAsks();

        Agent sameProcess = agent("first", Asker.approving());

        assertThat(sameProcess.waiting()).isEmpty();
        assertThat(sameProcess.resume(ID, TurnListener.none())).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void resume_isGivenToOneOnly() {
        killedWhileItAsks();

        Asker second = request -> {
            assertThat(agent("third", Asker.approving()).resume(ID, TurnListener.none()))
                    .as("while the second one asks, it is alive")
                    .isEmpty();
            throw new KilledError();
        };
        alive.add("second");
        Agent holder = agent("second", second);
        assertThatThrownBy(() -> holder.resume(ID, TurnListener.none())).isInstanceOf(KilledError.class);
        assertThat(done).isEmpty();
    }

    @Test
    void resume_doesNotMakeACallWhoseSecretWasNotKept() {
        text = "my password is hunter2-forever";
        killedWhileItAsks();

        Reply reply = agent("second", Asker.approving())
                .resume(ID, TurnListener.none())
                .orElseThrow();

        assertThat(done).noneMatch(each -> each.startsWith("sent"));
        assertThat(reply.text())
                .contains(
                        "'send' was not carried out: a secret in it was not kept while your word was waited for. Say it again");
        List<String> texts = new ArrayList<>();
        store.inventory().texts(texts::add);
        assertThat(texts).noneMatch(each -> each.contains("hunter2"));
    }

    @Test
    void respond_keepsNothingOnTheWay_whereNobodyIsAsked() {
        agent("first", Asker.approving()).respond(ID, message(), TurnListener.none());

        assertThat(memory.exposures().records().kinds()).doesNotContain("open-turn");
    }

    private void killedWhileItAsks() {
        assertThatThrownBy(() -> agent("first", KILLED).respond(ID, message(), TurnListener.none()))
                .isInstanceOf(KilledError.class);
        assertThat(memory.episodes().count()).isZero();
        assertThat(done).isEmpty();
    }

    private Agent agent(String process, Asker asker) {
        Personas personas = new Personas(
                new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), "Rules."), "Rules.", CLOCK);
        ToolCatalogue catalogue = ToolCatalogue.of(List.of(new Offer("mail", new Mail(), ToolSettings.NONE)));
        Toolbox toolbox = new Toolbox(
                catalogue,
                new NothingLent(store, CLOCK),
                ToolLimits.USUAL,
                new Permits(store.user(), new RuleFile(temp.resolve("policy.toml")), asker));
        return new Agent(
                new Person(store.user(), memory, personas, CLOCK),
                new SendsThenNotes(),
                toolbox,
                new Pace(new Pace.Limits(4, Duration.ofMinutes(1), 1000), 5, 0, 100, CLOCK),
                new FakeProcess(process, alive));
    }

    private static Message message() {
        return new Message("s", "Send hello", NOON);
    }

    /** Sends, then notes, then says what came of it. */
    private final class SendsThenNotes implements Planner {

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Step next(Situation situation, TurnListener listener) {
            int steps = situation.rounds().size();
            if (steps < 2) {
                String tool = steps == 0 ? "send" : "note";
                return new Step.UseTools(
                        List.of(new ToolCall("c" + steps, tool, Arguments.of(Map.of("text", text)))), Influence.PERSON);
            }
            if (dieBeforeTheAnswer) {
                throw new KilledError();
            }
            List<String> said = situation.observations().stream()
                    .map(each -> each.result().fold(ToolResult.Done::text, ToolResult.Failed::message))
                    .toList();
            return new Step.Answer("done: " + said, List.of());
        }
    }

    /** Two tools: one acts outside, the other writes here. */
    private final class Mail implements ToolProvider {

        @Override
        public String name() {
            return "mail";
        }

        @Override
        public List<Tool> tools(ToolSettings settings) {
            return List.of(new Doing("send", "sent ", Effect.EXTERNAL), new Doing("note", "noted ", Effect.WRITE));
        }
    }

    private final class Doing implements Tool {

        private final ToolSpec spec;
        private final String told;

        Doing(String name, String told, Effect effect) {
            this.told = told;
            this.spec = ToolSpec.of(
                    ToolSpecification.builder()
                            .name(name)
                            .description("For a test.")
                            .parameters(JsonObjectSchema.builder()
                                    .addStringProperty("text")
                                    .build())
                            .build(),
                    effect);
        }

        @Override
        public ToolSpec spec() {
            return spec;
        }

        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            done.add(told + arguments.text("text"));
            return ToolResult.done(told + arguments.text("text"));
        }
    }

    private static final class KilledError extends Error {

        private static final long serialVersionUID = 1;
    }
}
