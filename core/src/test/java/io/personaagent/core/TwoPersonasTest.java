package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.P;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.model.ModelSettings;
import io.personaagent.core.model.Models;
import io.personaagent.core.model.Pauses;
import io.personaagent.core.model.Profile;
import io.personaagent.core.model.TalkingModel;
import io.personaagent.core.plan.ModelPlanner;
import io.personaagent.core.tool.Harmless;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Trace;
import io.personaagent.core.turn.TurnEvent;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Traits;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same request of two people, over real HTTP: six tools are called with what each of them is like, and each argument names why. */
class TwoPersonasTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final String REQUEST = "Plan my day.";

    private static final Map<String, String> ADA = Map.of(
            "units", "Thinks in kilometres.",
            "home", "Lives in Oslo.",
            "shop", "Shops at Rema.",
            "errands", "Runs errands on Friday.",
            "tip", "Tips 10 percent.",
            "tongue", "Reads in Norwegian.");
    private static final Map<String, String> BOB = Map.of(
            "units", "Thinks in miles.",
            "home", "Lives in Tokyo.",
            "shop", "Shops at Lawson.",
            "errands", "Runs errands on Monday.",
            "tip", "Tips 20 percent.",
            "tongue", "Reads in Japanese.");

    private static final Map<String, String> DECIDED = Map.of(
            "convert", "unit",
            "time_in", "place",
            "add_todo", "text",
            "date_of", "day",
            "percent_of", "percent",
            "look_up", "language");

    private final StubModelServer server = new StubModelServer().answering(EverydayHabits.model());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theSameRequest_callsSixToolsOtherwise_eachForASentenceOfThePersona() {
        Reply ada = ask("ada", ADA);
        Reply bob = ask("bob", BOB);

        assertThat(ada.trace().actions()).hasSize(6).allSatisfy(action -> isTraced(action, ada.trace(), ADA));
        assertThat(bob.trace().actions()).hasSize(6).allSatisfy(action -> isTraced(action, bob.trace(), BOB));
        Map<String, Object> adas = decided(ada);
        Map<String, Object> bobs = decided(bob);
        assertThat(adas.keySet()).isEqualTo(DECIDED.keySet()).isEqualTo(bobs.keySet());
        assertThat(adas.entrySet()).doesNotContainAnyElementsOf(bobs.entrySet());
        assertThat(ada.text()).isEqualTo("It is done, as you like it.");
        assertThat(ada.trace().backing().results()).containsExactly("c0");
        assertThat(ada.trace().unknown()).isZero();
    }

    @Test
    void theTurn_isHeardAsEvents_theLastOneWithTheReply() {
        List<TurnEvent> heard = new ArrayList<>();

        Reply reply =
                ask("ada", Map.of("home", "Lives in Oslo.", "tip", "Tips 10 percent."), TurnListener.of(heard::add));

        assertThat(heard)
                .filteredOn(event -> !(event instanceof TurnEvent.Said))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Thinking", "Spent", "Using", "Observed", "Observed", "Thinking", "Spent", "Ended");
        assertThat(heard)
                .filteredOn(TurnEvent.Said.class::isInstance)
                .extracting(event -> ((TurnEvent.Said) event).piece())
                .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(reply.text()));
        assertThat(heard).contains(new TurnEvent.Thinking(2)).endsWith(new TurnEvent.Ended(reply));
    }

    @Test
    void aPersonaThatSaysNothing_decidesNothing() {
        Reply nobody = ask("eve", Map.of("pet", "Has a cat called Momo."));

        assertThat(nobody.trace().actions()).isEmpty();
        assertThat(nobody.end()).isEqualTo(Reply.End.FAILED);
    }

    /** The argument that a sentence decided holds the sentence's own word, and the tool saw no reason. */
    private static void isTraced(Observation action, Trace trace, Map<String, String> persona) {
        assertThat(action.call().arguments().has("_because")).isFalse();
        assertThat(action.result()).isInstanceOf(ToolResult.Done.class);
        Because.Reason reason = action.call().because().reasons().get(0);
        assertThat(reason.argument()).isEqualTo(DECIDED.get(action.call().tool()));
        assertThat(reason.confirmed()).isTrue();
        assertThat(trace.steered())
                .filteredOn(statement -> statement.id().equals(reason.ground().id()))
                .extracting(Statement::text)
                .containsExactly(persona.get(reason.ground().id()));
    }

    /** For each tool the argument that the persona decides. */
    private static Map<String, Object> decided(Reply reply) {
        return reply.trace().actions().stream()
                .map(Observation::call)
                .collect(Collectors.toMap(call -> call.tool(), call -> call.arguments()
                        .text(DECIDED.getOrDefault(call.tool(), "nothing"))));
    }

    private Reply ask(String user, Map<String, String> sentences) {
        return ask(user, sentences, TurnListener.none());
    }

    private Reply ask(String user, Map<String, String> sentences, TurnListener listener) {
        UserStore store = new InMemoryStores().open(new UserId(user));
        Memory memory = new Memory(store, new LexicalProvider(), Lent.of(HashingEmbedder.embedder(), CLOCK));
        Personas personas = new Personas(
                new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), "Rules."), "Rules.", CLOCK);
        Support support = new Support(1, Set.of(), NOON, NOON);
        List<Statement> statements = new ArrayList<>();
        sentences.forEach((id, text) -> statements.add(new Statement(id, text, Statement.Kind.FACT, support)));
        personas.accept(personas.current().edited(statements), Cause.of(Origin.EDITED, "told"));
        Profile profile = Profile.of(ModelSettings.of("openai", "stub", server.openAiUrl(), ""));
        TalkingModel model = new Models(profile, Map.of(), new Pauses(() -> 0, CLOCK)).remote();
        Agent agent = new Agent(
                new Person(store.user(), memory, personas, CLOCK),
                new ModelPlanner(model, ZoneOffset.UTC),
                new Toolbox(
                        ToolCatalogue.of(List.of(new Offer("day", new DayTools(), ToolSettings.NONE))),
                        new NothingLent(store, CLOCK),
                        ToolLimits.USUAL,
                        new Harmless()),
                new Pace(new Pace.Limits(16, Duration.ofMinutes(1), 200_000), 5, 0, 100, CLOCK),
                new FakeProcess("this", Set.of()));
        return agent.respond(new EpisodeId("e1"), new Message("s", REQUEST, NOON), listener);
    }

    /** Six tools that say what they were told. */
    public static final class DayTools implements ToolProvider {

        @Override
        public String name() {
            return "day";
        }

        @Override
        public List<Tool> tools(ToolSettings settings) {
            return AnnotatedTools.of(this);
        }

        @dev.langchain4j.agent.tool.Tool("Converts an amount.")
        @Traits(effect = Effect.READ)
        public String convert(@P("the amount") String quantity, @P("the unit") String unit) {
            return quantity + " in " + unit;
        }

        @dev.langchain4j.agent.tool.Tool(name = "time_in", value = "Says what time it is somewhere.")
        @Traits(effect = Effect.READ)
        public String timeIn(@P("where") String place) {
            return "noon in " + place;
        }

        @dev.langchain4j.agent.tool.Tool(name = "add_todo", value = "Puts something on the list.")
        @Traits(effect = Effect.READ)
        public String addTodo(@P("what") String text) {
            return text;
        }

        @dev.langchain4j.agent.tool.Tool(name = "date_of", value = "Says which date a day has.")
        @Traits(effect = Effect.READ)
        public String dateOf(@P("the day") String day) {
            return day;
        }

        @dev.langchain4j.agent.tool.Tool(name = "percent_of", value = "Works out a percentage.")
        @Traits(effect = Effect.READ)
        public String percentOf(@P("the percentage") String percent, @P("the amount") String amount) {
            return percent + " of " + amount;
        }

        @dev.langchain4j.agent.tool.Tool(name = "look_up", value = "Looks something up.")
        @Traits(effect = Effect.READ)
        public String lookUp(@P("what") String topic, @P("the language") String language) {
            return topic + " in " + language;
        }
    }
}
