package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Step;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralTest {

    private static final SlotReader READER = new SlotReader(LocalDate.of(2026, 11, 21));
    private static final List<ToolSpec> TOOLS = tools();

    private static List<ToolSpec> tools() {
        List<ToolSpec> tools = new ArrayList<>(EverydayTools.all());
        tools.removeIf(tool -> tool.name().equals("set_reminder"));
        tools.add(
                EverydayTools.tool(
                        "set_reminder",
                        Effect.WRITE,
                        schema -> schema.addStringProperty("text", "What to remind you of")
                                .addStringProperty("when", "When")
                                .required("text", "when"),
                        "remind me to {text} {when} | remind me {when} to {text} | remind me about {text} {when} | remind me {when}"));
        return tools;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            note that the boiler leaks and remind me to call Ortiz tomorrow at nine | add_note{text=the boiler leaks} set_reminder{text=call Ortiz, when=tomorrow at nine}
            note that the boiler leaks and remind me tomorrow at nine | add_note{text=the boiler leaks} set_reminder{text=the boiler leaks, when=tomorrow at nine}
            note that the boiler leaks, then remind me about it on Friday | add_note{text=the boiler leaks} set_reminder{text=the boiler leaks, when=on Friday}
            add buy ink to my to-do list, and show my to-do list | add_todo{text=buy ink} list_todos{}
            delete note 3; delete note 4 and then delete note 5 | delete_note{id=3} delete_note{id=4} delete_note{id=5}
            What time is it in Lima and what time is it in Oslo? | time_in{place=Lima} time_in{place=Oslo}
            """)
    void in_takesApartWhatAsksForEachThingInItsOwnWords(String said, String calls) {
        assertThat(routed(said)).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note that Anna and Tom are coming",
                "add milk and eggs to my to-do list",
                "remind me to buy milk and call mum tomorrow at nine",
                "note that \"delete note 3 and delete note 4\" is what he said",
                "My sister lives in Oslo and I like tea.",
                "what time is it in Lima",
                "and and and and and"
            })
    void in_leavesOneThingWhole(String said) {
        assertThat(found(said)).isEmpty();
    }

    @Test
    void in_takesNoMoreThanRunBesideEachOther() {
        String five = "delete note 1 and delete note 2 and delete note 3 and delete note 4 and delete note 5";

        assertThat(found(five)).isEmpty();
    }

    @Test
    void in_triesOnlySoOften() {
        AtomicInteger tries = new AtomicInteger();

        Several.in("note that x and ".repeat(60), part -> {
            tries.incrementAndGet();
            return ExactRoutes.find(part, TOOLS, READER).filter(route -> part.endsWith("x"));
        });

        assertThat(tries).hasValueLessThanOrEqualTo(60);
    }

    @Test
    void step_makesAllCallsAtOnce() {
        assertThat(found("delete note 3 and delete note 4").map(Several::step))
                .hasValueSatisfying(step -> assertThat(step)
                        .isInstanceOfSatisfying(Step.UseTools.class, use -> assertThat(use.calls())
                                .extracting(call -> call.id())
                                .containsExactly("call-1", "call-2")));
    }

    @Test
    void step_asksForWhatIsMissingBeforeAnythingIsDone() {
        Several several = found("delete note 3 and remind me tomorrow at nine").orElseThrow();
        Route open = several.open().orElseThrow();

        assertThat(several.step())
                .isEqualTo(new Step.AskUser("For \"set reminder\" I still need to know: what to remind you of."));
        assertThat(several.with(open, open.with("text", "tea")).open()).isEmpty();
    }

    private static Optional<Several> found(String said) {
        return Several.in(said, part -> ExactRoutes.find(part, TOOLS, READER));
    }

    private static String routed(String said) {
        return found(said).stream()
                .flatMap(several -> several.routes().stream())
                .map(route -> route.spec().name() + new TreeMap<>(route.values()))
                .collect(Collectors.joining(" "));
    }
}
