package io.personaagent.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class TopListsTest {

    @Test
    void overlap_isTheShareOfTheLongerList() {
        assertThat(TopLists.overlap(List.of("a", "b", "c", "d"), List.of("d", "x", "a")))
                .isEqualTo(0.5);
        assertThat(TopLists.overlap(List.of(), List.of("a"))).isZero();
        assertThat(TopLists.overlap(List.of(), List.of())).isEqualTo(1);
    }

    @Test
    void correlation_ofTheSameAndTheReverse() {
        assertThat(TopLists.correlation(List.of(1, 2, 3, 4), List.of(1, 2, 3, 4))
                        .getAsDouble())
                .isEqualTo(1, within(1e-12));
        assertThat(TopLists.correlation(List.of(1, 2, 3, 4), List.of(4, 3, 2, 1))
                        .getAsDouble())
                .isEqualTo(-1, within(1e-12));
    }

    @Test
    void correlation_countsWhatOneDoesNotHaveAsBehindAll() {
        // Of the three pairs both order two: 1 before 3, and 2 behind and before it; ties are 1-2 nowhere, none.
        // Pairs (1,2): + and +; (1,3): + and +; (2,3): + and -. So (2 - 1) / 3.
        assertThat(TopLists.correlation(List.of(1, 2), List.of(1, 3)).getAsDouble())
                .isEqualTo(1 / 3.0, within(1e-12));
    }

    @Test
    void correlation_whereAListOrdersNothing_isNothing() {
        assertThat(TopLists.correlation(List.of(), List.of(1, 2))).isEqualTo(OptionalDouble.empty());
        assertThat(TopLists.correlation(List.of(1), List.of(1))).isEqualTo(OptionalDouble.empty());
    }

    @Property
    void correlation_isSymmetricAndBounded(
            @ForAll @UniqueElements List<@IntRange(max = 8) Integer> one,
            @ForAll @UniqueElements List<@IntRange(max = 8) Integer> other) {
        OptionalDouble found = TopLists.correlation(one, other);

        assertThat(found).isEqualTo(TopLists.correlation(other, one));
        assertThat(found.orElse(0)).isBetween(-1.0000001, 1.0000001);
        assertThat(TopLists.overlap(one, other)).isEqualTo(TopLists.overlap(other, one));
    }
}
