package io.personaagent.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Answers answers = new Answers(0.5);

    @Test
    void gains_goToWhatFollowsAQuestion() {
        Map<String, Double> scores = Map.of("asked", 2.0, "answered", 0.1, "later", 0.1);

        assertThat(answers.gains(scores, Map.of("answered", "asked", "later", "answered"), Set.of("asked")))
                .isEqualTo(Map.of("answered", 1.0));
    }

    @Test
    void gains_comeFromAndGoToWhatHasAScore() {
        assertThat(answers.gains(Map.of("answered", 1.0), Map.of("answered", "asked"), Set.of("asked")))
                .isEmpty();
        assertThat(answers.gains(Map.of("asked", 1.0), Map.of("answered", "asked"), Set.of("asked")))
                .isEmpty();
    }

    @Property
    void gains_areTheShareOfTheQuestion(@ForAll @DoubleRange(max = 100) double score) {
        assertThat(answers.gains(Map.of("q", score, "a", 0.0), Map.of("a", "q"), Set.of("q")))
                .isEqualTo(Map.of("a", score / 2));
    }
}
