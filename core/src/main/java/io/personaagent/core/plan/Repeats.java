package io.personaagent.core.plan;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Notices that a planner goes round in circles. */
final class Repeats {

    /** How often the same call may be made in one turn. */
    static final int ALLOWED = 2;

    private Repeats() {}

    /** The first of the calls that, same tool and same arguments, would be made once too often in this turn. */
    static Optional<ToolCall> of(List<Observation> before, List<ToolCall> calls) {
        List<ToolCall> all = Stream.concat(before.stream().map(Observation::call), calls.stream())
                .toList();
        return calls.stream()
                .filter(call ->
                        all.stream().filter(other -> isSame(call, other)).count() > ALLOWED)
                .findFirst();
    }

    private static boolean isSame(ToolCall one, ToolCall other) {
        return one.tool().equals(other.tool()) && one.arguments().equals(other.arguments());
    }
}
