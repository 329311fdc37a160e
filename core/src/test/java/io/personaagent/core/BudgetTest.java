package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.model.Usage;
import io.personaagent.core.tool.TurnDeadline;
import io.personaagent.core.turn.Pace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One below a limit a further step may be made; at it and beyond none may. */
class BudgetTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Budget budget = budget(new BigDecimal("0.30"));

    @Test
    void used_atTheLastStep() {
        for (int step = 1; step < 16; step++) {
            budget.step();
        }
        assertThat(budget.used()).isEmpty();

        budget.step();
        assertThat(budget.used()).contains("I could not finish this in 16 steps.");
    }

    @ParameterizedTest
    @CsvSource({"119999999999, false", "120000000000, true", "120000000001, true"})
    void used_whenTheTimeIsUp(long spent, boolean over) {
        nanos.set(spent);

        assertThat(budget.used().isPresent()).isEqualTo(over);
        budget.used().ifPresent(why -> assertThat(why).isEqualTo("I could not finish this in 120 seconds."));
    }

    @ParameterizedTest
    @CsvSource({"199998, false", "199999, true", "200000, true"})
    void used_whenTheTokensAreSpent(long input, boolean over) {
        budget.spent(new Usage("model", "m", input, 1, 0));

        assertThat(budget.used().isPresent()).isEqualTo(over);
        budget.used().ifPresent(why -> assertThat(why).isEqualTo("I could not finish this with 200,000 tokens."));
    }

    @ParameterizedTest
    @CsvSource({"0.09, false", "0.10, true", "0.11, true"})
    void used_whenItHasCostEnough_toTheCent(double third, boolean over) {
        budget.spent(new Usage("model", "m", 1, 1, 0.1));
        budget.spent(new Usage("model", "m", 1, 1, 0.1));
        budget.spent(new Usage("model", "m", 1, 1, third));

        assertThat(budget.used().isPresent()).isEqualTo(over);
        budget.used().ifPresent(why -> assertThat(why).isEqualTo("I could not finish this at a cost of 0.3."));
    }

    @Test
    void used_neverByCost_whereNoLimitIsSet() {
        Budget free = budget(Pace.Limits.FREE);

        free.spent(new Usage("model", "m", 1, 1, 1e6));

        assertThat(free.used()).isEmpty();
    }

    private Budget budget(BigDecimal cost) {
        Duration time = Duration.ofMinutes(2);
        return new Budget(new Pace.Limits(16, time, 200_000, cost), TurnDeadline.in(time, nanos::get));
    }
}
