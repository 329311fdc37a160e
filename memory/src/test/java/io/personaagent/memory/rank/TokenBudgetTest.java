package io.personaagent.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBudgetTest {

    @Test
    void kept_passesOverWhatIsTooLarge() {
        assertThat(new TokenBudget(10).kept(List.of("four", "sevenxx", "six666"), String::length))
                .containsExactly("four", "six666");
    }

    @Test
    void tokens_belowZero_areRefused() {
        assertThatThrownBy(() -> new TokenBudget(-1)).hasMessage("a budget of -1 tokens; it must be at least 0");
    }

    @Property
    void kept_staysWithinTheBudgetAndKeepsTheFirstThatFits(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 50) Integer> costs,
            @ForAll @IntRange(max = 200) int tokens) {
        List<Integer> kept = new TokenBudget(tokens).kept(costs, Integer::intValue);

        assertThat(kept.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(tokens);
        costs.stream().filter(cost -> cost <= tokens).findFirst().ifPresent(first -> assertThat(kept)
                .startsWith(first));
    }
}
