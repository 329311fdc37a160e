package io.personaagent.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubstanceTest {

    private final Substance substance = new Substance(0.5, 10);

    @Test
    void factor_reachesHalfOfTheRestAtHalf() {
        assertThat(substance.factor(0)).isEqualTo(0.5);
        assertThat(substance.factor(10)).isCloseTo(0.75, within(1e-9));
    }

    @Property
    void factor_growsAndNeverReachesOne(@ForAll @IntRange(max = 1_000_000) int terms) {
        assertThat(substance.factor(terms)).isGreaterThanOrEqualTo(0.5).isLessThan(1);
        assertThat(substance.factor(terms + 1)).isGreaterThan(substance.factor(terms));
    }
}
