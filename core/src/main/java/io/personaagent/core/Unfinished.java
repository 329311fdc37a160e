package io.personaagent.core;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.util.List;

/** What is known of calls of a step that was cut short: nothing was done twice, and nothing is claimed that is not known. */
final class Unfinished {

    private Unfinished() {}

    /** The program ended while they ran. */
    static List<Observation> unknown(Step.UseTools step) {
        return told(
                step,
                "it is not known whether '%s' was carried out: the program ended while it ran. It was not done again");
    }

    /** Something in them was a secret, which is not kept. */
    static List<Observation> lost(Step.UseTools step) {
        return told(
                step,
                "'%s' was not carried out: a secret in it was not kept while your word was waited for. Say it again");
    }

    private static List<Observation> told(Step.UseTools step, String message) {
        return step.calls().stream()
                .map(call -> new Observation(call, result(call, message), Duration.ZERO, "nobody"))
                .toList();
    }

    private static ToolResult result(ToolCall call, String message) {
        return ToolResult.failed(Fault.WORLD, message.formatted(call.tool()));
    }
}
