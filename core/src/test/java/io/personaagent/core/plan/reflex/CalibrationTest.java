package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CalibrationTest {

    @Property
    void chance_isAProbabilityThatGrowsWithSimilarityAndLead(
            @ForAll @DoubleRange(min = -1, max = 1.2) double similarity,
            @ForAll @DoubleRange(min = 0, max = 1) double lead,
            @ForAll @DoubleRange(min = 0, max = 0.5) double more) {
        double chance = Calibration.chance(similarity, lead);

        assertThat(chance).isBetween(0.0, 1.0);
        assertThat(Calibration.chance(similarity + more, lead)).isGreaterThanOrEqualTo(chance);
        assertThat(Calibration.chance(similarity, lead + more)).isGreaterThanOrEqualTo(chance);
    }
}
