package io.personaagent.core.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Permits;
import io.personaagent.core.permit.RuleFile;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.tool.TurnDeadline;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.Undo;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoingTest {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final EpisodeId TURN = new EpisodeId("e1");
    private static final String SECRET = "password: hunter2hunter2";

    @TempDir
    private Path temp;

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final RecordStore records = store.records("test");
    private final List<String> happened = new ArrayList<>();
    private boolean broken;

    @Test
    void undo_takesBackEachDeedOnce_theLastOneFirst() {
        turn("keep", "a", "keep", "b", "look", "c");

        assertThat(undoing().undo(TURN))
                .extracting(deed -> deed.state() + " " + deed.told() + ": " + deed.remark())
                .containsExactly("UNDONE kept a: dropped a", "UNDONE kept b: dropped b");
        undoing().undo(TURN);

        assertThat(happened).containsExactly("keep a", "keep b", "look c", "drop b", "drop a");
        assertThat(undoing().latestOpen()).isEmpty();
        assertThat(undoing().latest()).singleElement().satisfies(turn -> assertThat(turn.turn())
                .isEqualTo(TURN));
    }

    @Test
    void undo_tellsWhatCannotBeTakenBack() {
        turn("send", "a", "keep", SECRET);

        assertThat(undoing().undo(TURN))
                .extracting(deed -> deed.state() + " " + deed.tool() + ": " + deed.remark())
                .containsExactly(
                        "FINAL send: the tool does not say how",
                        "FINAL keep: it would need a secret, which is not kept");
        assertThat(happened).containsExactly("send a", "keep " + SECRET);
        assertThat(records.list("deeds", "", 10).toString()).doesNotContain("hunter2");
    }

    @Test
    void undo_goesThroughTheSameApprovals() {
        turn("mail", "a");

        assertThat(undoing(Asker.nobodyThere()).undo(TURN)).singleElement().satisfies(deed -> {
            assertThat(deed.state()).isEqualTo(Deed.State.OPEN);
            assertThat(deed.remark())
                    .isEqualTo(
                            "not taken back: 'send' would change or send something outside this machine and was not approved");
        });
        assertThat(undoing().undo(TURN)).extracting(Deed::state).containsExactly(Deed.State.UNDONE);
        assertThat(happened).containsExactly("mail a", "send a");
    }

    @Test
    void undo_doesNotTryAgainWhatBroke() {
        turn("keep", "a");
        broken = true;

        assertThat(undoing().undo(TURN)).singleElement().satisfies(deed -> {
            assertThat(deed.state()).isEqualTo(Deed.State.FINAL);
            assertThat(deed.remark())
                    .isEqualTo(
                            "it is not known whether it was taken back: drop broke: java.lang.IllegalStateException: oops");
        });
    }

    @Test
    void undo_doesNothingForADeedThatIsInOtherHands() {
        turn("keep", "a");
        new Deeds(records).take(TURN, 1);

        assertThat(undoing().undo(TURN)).extracting(Deed::state).containsExactly(Deed.State.UNDOING);
        assertThat(happened).containsExactly("keep a");
    }

    @Test
    void record_restsOnTheTurnAndOnWhatItSaw() {
        turn("keep", "a");

        assertThat(records.list("deeds", "", 10))
                .flatExtracting(DerivedRecord::evidence)
                .containsExactly(new EpisodeId("e0"), TURN);
    }

    @Test
    void record_keepsWhatMayHaveBeenDone_andNothingThatWasRefused() {
        ToolSpec spec = new Does("keep", Effect.WRITE).spec();
        ToolCall call = new ToolCall("1", "keep", Arguments.NONE);
        Duration took = Duration.ZERO;
        Observation refused = new Observation(call, ToolResult.failed(Fault.CALLER, "no"), took, "nobody");
        Observation late = new Observation(
                call, ToolResult.failed(Fault.TOOL, "keep took longer than 30 s and was abandoned"), took, "policy");

        assertThat(Deeds.record(List.of(refused), List.of(spec), Set.of(), said()))
                .isEmpty();
        records.apply(Changes.put(
                Deeds.record(List.of(late), List.of(spec), Set.of(), said()).get(0)));

        assertThat(undoing().undo(TURN))
                .extracting(Deed::remark)
                .containsExactly("it is not known whether it was done");
    }

    private void turn(String... toolsAndTexts) {
        Toolbox toolbox = toolbox(Asker.approving());
        List<ToolCall> calls = new ArrayList<>();
        for (int at = 0; at < toolsAndTexts.length; at += 2) {
            calls.add(new ToolCall("c" + at, toolsAndTexts[at], Arguments.of(Map.of("text", toolsAndTexts[at + 1]))));
        }
        List<Observation> observed = new ArrayList<>();
        calls.forEach(call -> observed.addAll(toolbox.run(
                new Step.UseTools(List.of(call), Influence.PERSON), TurnDeadline.in(Duration.ofMinutes(1)))));
        Deeds.record(observed, toolbox.specs(), Set.of(new EpisodeId("e0")), said())
                .forEach(record -> records.apply(Changes.put(record)));
    }

    private static Episode said() {
        return new Episode(
                TURN,
                new Occasion("s", NOON, NOON),
                new Exchange("", "Do it", List.of(), "Done"),
                new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of()));
    }

    private Undoing undoing() {
        return undoing(Asker.approving());
    }

    private Undoing undoing(Asker asker) {
        return new Undoing(records, toolbox(asker));
    }

    private Toolbox toolbox(Asker asker) {
        List<Tool> tools = List.of(
                new Does("keep", Effect.WRITE),
                new Does("drop", Effect.WRITE),
                new Does("look", Effect.READ),
                new Does("mail", Effect.EXTERNAL),
                new Does("send", Effect.EXTERNAL));
        return new Toolbox(
                ToolCatalogue.of(List.of(new Offer("test", new Fixed(tools), ToolSettings.NONE))),
                new Lending(store, temp),
                ToolLimits.USUAL,
                new Permits(store.user(), new RuleFile(temp.resolve("policy.toml")), asker));
    }

    private record Fixed(List<Tool> all) implements ToolProvider {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public List<Tool> tools(ToolSettings settings) {
            return all;
        }
    }

    private final class Does implements Tool {

        private final ToolSpec spec;

        Does(String name, Effect effect) {
            this.spec = ToolSpec.of(
                    ToolSpecification.builder()
                            .name(name)
                            .description("for a test")
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
            String text = arguments.text("text");
            happened.add(spec.name() + " " + text);
            return switch (spec.name()) {
                case "keep" -> ToolResult.done("kept " + text, Undo.by("drop", "text", text));
                case "mail" -> ToolResult.done("mailed " + text, Undo.by("send", "text", text));
                case "drop" -> dropped(text);
                default -> ToolResult.done(spec.name());
            };
        }

        private ToolResult dropped(String text) {
            if (broken) {
                throw new IllegalStateException("oops");
            }
            return ToolResult.done("dropped " + text);
        }
    }
}
