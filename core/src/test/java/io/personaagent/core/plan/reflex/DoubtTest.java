package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtTest {

    private static final Route DELETE = Route.of(EverydayTools.named("delete_note"), Map.of("id", 7L), true);
    private static final Route LIST = Route.of(EverydayTools.named("list_notes"), Map.of(), true);
    private static final Step DELETED = new Step.UseTools(
            List.of(new ToolCall("call-1", "delete_note", Arguments.of(Map.of("id", 7L)))), Influence.PERSON);

    private final Doubt both = new Doubt(List.of(DELETE, LIST));
    private final Doubt one = new Doubt(List.of(DELETE));

    @Test
    void step_asksWhichOneAndShowsWhatWouldBeDone() {
        assertThat(both.step().question())
                .isEqualTo(
                        """
                        I am not sure what you want. Do you mean:
                        1. delete note (id: 7)
                        2. list notes
                        Answer with a number, or say it in other words.""");
        assertThat(one.step().question())
                .isEqualTo(
                        "I am not sure what you want. Do you mean: delete note (id: 7)? Say yes, or say it in other words.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.", "the first one", "First", "number one", "delete note", "Delete note, please"})
    void settled_takesTheOneThatIsNamed(String answer) {
        assertThat(both.settled(answer)).contains(DELETED);
    }

    @Test
    void settled_takesYesOnlyWhereThereIsOne() {
        assertThat(one.settled("Yes, please")).contains(DELETED);
        assertThat(both.settled("yes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "Neither.", "none of them", "never mind"})
    void settled_doesNothingWhereNoneIsMeant(String answer) {
        assertThat(both.settled(answer)).contains(new Step.Answer("All right, I have done nothing.", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "My sister lives in Oslo.", "one more thing", "first of all I like tea", ""})
    void settled_leavesWhatIsNoAnswerToIt(String said) {
        assertThat(both.settled(said)).isEmpty();
    }
}
