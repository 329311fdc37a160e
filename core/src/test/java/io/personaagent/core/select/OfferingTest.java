package io.personaagent.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.tool.ReadOutput;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Vector;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.contract.TestToolContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferingTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Offering offering = new Offering(new WordVectors(), new Offering.Size(5, 10));

    @Test
    void of_offersAllOfAFew() {
        List<ToolSpec> few = ManyTools.bundled().subList(0, 10);

        assertThat(offering.of(situation("anything", with(few)))).isEqualTo(few);
    }

    @Test
    void of_offersTheNearestOfMany_andWhatFindsTheOthers() {
        List<ToolSpec> offered = offering.of(situation("cancel the reminder", with(ManyTools.bundled())));

        assertThat(offered).hasSize(5).extracting(ToolSpec::name).contains("cancel_reminder", FindTools.NAME);
        assertThat(offering.of(situation("cancel the reminder", with(ManyTools.bundled()))))
                .isEqualTo(offered);
    }

    @Test
    void prepare_readsTheTextsOfManyToolsOnce_andOfAFewNever() {
        List<Integer> read = new ArrayList<>();
        TextVectors counting = new TextVectors() {
            @Override
            public Vector query(String text) {
                return new WordVectors().query(text);
            }

            @Override
            public List<Vector> of(List<String> texts) {
                read.add(texts.size());
                return new WordVectors().of(texts);
            }
        };
        Offering prepared = new Offering(counting, new Offering.Size(5, 10));
        read.clear();

        prepared.prepare(with(ManyTools.bundled().subList(0, 10)));
        assertThat(read).isEmpty();
        prepared.prepare(with(ManyTools.bundled()));
        prepared.of(situation("cancel the reminder", with(ManyTools.bundled())));
        assertThat(read).hasSize(1);
    }

    @Test
    void of_offersEachToolOfARequestForSeveral() {
        assertThat(offering.of(situation(
                        "cancel the reminder about rent and then convert kilograms into pounds",
                        with(ManyTools.bundled()))))
                .extracting(ToolSpec::name)
                .contains("cancel_reminder", "convert_units");
    }

    @Test
    void of_offersWhatWasFoundAndUsed_onTopOfTheOthers() {
        FindTools find = new FindTools(offering, () -> with(ManyTools.bundled()));
        Tool tool = find.offers().get(0).provider().tools(ToolSettings.NONE).get(0);
        String found =
                text(tool.call(Arguments.of(Map.of("task", "birthdays of contacts")), TestToolContext.of("ada")));
        Situation next = situation("cancel the reminder", with(ManyTools.bundled()))
                .observing(List.of(seen(FindTools.NAME, found), seen("days_between", "3")));

        assertThat(found)
                .contains("- upcoming_birthdays: Lists the birthdays of the person's contacts that come next.");
        assertThat(offering.of(next))
                .extracting(ToolSpec::name)
                .contains("upcoming_birthdays", "days_between", "cancel_reminder");
    }

    @Test
    void of_offersToReadOnWhereSomethingWasShortened() {
        List<ToolSpec> few = new ArrayList<>(ManyTools.bundled().subList(0, 5));
        few.add(new ReadOutput().tools(ToolSettings.NONE).get(0).spec());
        Situation before = situation("hello", few);

        assertThat(offering.of(before)).extracting(ToolSpec::name).doesNotContain(ReadOutput.NAME);
        assertThat(offering.of(before.observing(
                        List.of(seen("calculate", "[... left out; read_output with reference out-1 reads ...]")))))
                .extracting(ToolSpec::name)
                .contains(ReadOutput.NAME);
    }

    @Test
    void of_heedsWhatThePersonaSaysOfTools() {
        Statement guidance = new Statement(
                "s1",
                "When asked for errands, use the to-do list.",
                Statement.Kind.TOOL_GUIDANCE,
                new Support(0.9, Set.of(new EpisodeId("e1")), NOON, NOON));

        assertThat(names("which errands are there", List.of())).doesNotContain("list_todos");
        assertThat(names("which errands are there", List.of(guidance))).contains("list_todos");
    }

    @Test
    void size_saysWhatIsWrong() {
        assertThatThrownBy(() -> new Offering.Size(2, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 tools are offered, but there must be at least 4");
        assertThatThrownBy(() -> new Offering.Size(12, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("up to 10 tools are all offered, but must be at least the 12 that are offered of more");
    }

    private List<String> names(String said, List<Statement> statements) {
        Background background = new Background(new Persona(1, "Be helpful.", statements), List.of(), List.of());
        return offering.of(Situation.of(new Message("s", said, NOON), background, with(ManyTools.bundled()))).stream()
                .map(ToolSpec::name)
                .toList();
    }

    private static List<ToolSpec> with(List<ToolSpec> tools) {
        List<ToolSpec> all = new ArrayList<>(tools);
        if (tools.size() > 10) {
            all.add(FindTools.SPEC);
        }
        return all;
    }

    private static Observation seen(String tool, String text) {
        return new Observation(new ToolCall("1", tool, Arguments.NONE), ToolResult.done(text), Duration.ZERO, "policy");
    }

    private static String text(ToolResult result) {
        return result.fold(ToolResult.Done::text, ToolResult.Failed::message);
    }

    private static Situation situation(String said, List<ToolSpec> tools) {
        Background background = new Background(new Persona(1, "Be helpful.", List.of()), List.of(), List.of());
        return Situation.of(new Message("s", said, NOON), background, tools);
    }
}
