package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Test
    void step_tellsWhatTheToolsSaid() {
        assertThat(step(done("It is 12:00."), done("84"))).isEqualTo(answer("It is 12:00.\n\n84"));
        assertThat(step(done(" "))).isEqualTo(answer("Done."));
    }

    @Test
    void step_asksBackWhereAnArgumentWasWrong() {
        assertThat(step(failed(Fault.CALLER, "there is no city 'Xyz'; say another", "policy")))
                .isEqualTo(new Step.AskUser("there is no city 'Xyz'; say another"));
        assertThat(step(failed(Fault.CALLER, "clock: argument 'day' is missing; expected text", "nobody")))
                .isEqualTo(new Step.AskUser("clock: argument 'day' is missing; expected text"));
    }

    @Test
    void step_saysWhatDidNotWork() {
        assertThat(step(failed(Fault.CALLER, "you declined", "nobody")))
                .isEqualTo(answer("I did not use clock: you declined"));
        assertThat(step(failed(Fault.TOOL, "it took too long", "policy")))
                .isEqualTo(answer("The tool clock did not work: it took too long"));
        assertThat(step(done("84"), failed(Fault.WORLD, "no network", "policy")))
                .isEqualTo(answer("84\n\nclock could not reach what it needs; trying later may help: no network"));
    }

    private static Step step(Observation... observations) {
        return Outcomes.step(List.of(observations));
    }

    private static Step answer(String text) {
        return new Step.Answer(text, List.of());
    }

    private static Observation done(String text) {
        return observation(ToolResult.done(text), "policy");
    }

    private static Observation failed(Fault fault, String message, String approvedBy) {
        return observation(ToolResult.failed(fault, message), approvedBy);
    }

    private static Observation observation(ToolResult result, String approvedBy) {
        return new Observation(new ToolCall("call-1", "clock", Arguments.NONE), result, Duration.ZERO, approvedBy);
    }
}
