package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.model.Usage;
import io.personaagent.core.tool.TurnDeadline;
import io.personaagent.core.turn.Pace;
import java.math.BigDecimal;
import java.util.Optional;

/** What a turn has spent, and whether anything is left. For one turn and its thread. */
final class Budget {

    private final Pace.Limits limits;
    private final TurnDeadline deadline;
    private int steps;
    private long tokens;
    private BigDecimal cost = BigDecimal.ZERO;

    Budget(Pace.Limits limits, TurnDeadline deadline) {
        this.limits = requireNonNull(limits, "limits");
        this.deadline = requireNonNull(deadline, "deadline");
    }

    void step() {
        steps++;
    }

    /** Steps so far. */
    int steps() {
        return steps;
    }

    void spent(Usage usage) {
        tokens += usage.input() + usage.output();
        cost = cost.add(BigDecimal.valueOf(usage.cost()));
    }

    /** Why no further step may be made; empty when one may, be it the last. */
    Optional<String> used() {
        if (steps >= limits.steps()) {
            return Optional.of("I could not finish this in %d steps.".formatted(limits.steps()));
        }
        if (deadline.over()) {
            return Optional.of("I could not finish this in %d seconds."
                    .formatted(limits.time().toSeconds()));
        }
        if (tokens >= limits.tokens()) {
            return Optional.of("I could not finish this with %,d tokens.".formatted(limits.tokens()));
        }
        return limits.cost()
                .filter(most -> cost.compareTo(most) >= 0)
                .map(most -> "I could not finish this at a cost of %s."
                        .formatted(most.stripTrailingZeros().toPlainString()));
    }
}
