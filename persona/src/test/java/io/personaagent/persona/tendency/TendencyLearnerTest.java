package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.episode.EpisodeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TendencyLearnerTest {

    private static final Scale STARS = new Scale(0.5, 5, 0.5);

    private static Rated rated(int number, String topic, double score) {
        return new Rated(
                new EpisodeId("e" + number), Traits.of("Thing %d. Genres: %s".formatted(number, topic)), score);
    }

    private static Tendency of(Tendencies learnt, String topic) {
        return learnt.effects().stream()
                .filter(each -> each.trait().equals(Trait.topic(topic)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Rated> alternating(int count) {
        List<Rated> rated = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            rated.add(rated(number, number % 2 == 0 ? "Jazz" : "Opera", number % 2 == 0 ? 4.5 : 2.5));
        }
        return rated;
    }

    @Test
    void learn_fromNothing_knowsNothing() {
        Tendencies learnt = new TendencyLearner(STARS).learn(List.of());

        assertThat(learnt.level()).isEqualTo(new Level(3.5, 1, 0));
        assertThat(learnt.lately()).isZero();
        assertThat(learnt.effects()).isEmpty();
    }

    @Test
    void learn_findsWhatIsLikedAndWhatIsNot_withCountsAndEvidence() {
        Tendencies learnt = new TendencyLearner(STARS).learn(alternating(20));

        Tendency jazz = of(learnt, "Jazz");
        Tendency opera = of(learnt, "Opera");
        assertThat(jazz.effect()).isBetween(0.3, 1.0);
        assertThat(opera.effect()).isBetween(-1.0, -0.3);
        assertThat(jazz.with()).isEqualTo(10);
        assertThat(jazz.of()).isEqualTo(10);
        assertThat(jazz.evidence()).hasSize(10).contains(new EpisodeId("e0"), new EpisodeId("e18"));
    }

    @Test
    void learn_fromFewLabels_shrinksTowardsTheMean() {
        Tendencies few = new TendencyLearner(STARS).learn(alternating(2));
        Tendencies many = new TendencyLearner(STARS).learn(alternating(40));

        assertThat(of(few, "Jazz").effect())
                .isPositive()
                .isLessThan(of(many, "Jazz").effect() / 2);
    }

    @Test
    void learn_afterAChangeOfMind_followsTheNewLabels() {
        List<Rated> changed = new ArrayList<>();
        for (int number = 0; number < 240; number++) {
            boolean old = number < 120;
            boolean jazz = number % 2 == 0;
            changed.add(rated(number, jazz ? "Jazz" : "Opera", jazz == old ? 4.5 : 2.5));
        }

        Tendencies learnt = new TendencyLearner(STARS).learn(changed);

        assertThat(of(learnt, "Jazz").effect()).isNegative();
        assertThat(of(learnt, "Opera").effect()).isPositive();
    }

    @Test
    void learn_isTheSameForTheSameLabels() {
        assertThat(new TendencyLearner(STARS).learn(alternating(30)))
                .isEqualTo(new TendencyLearner(STARS).learn(alternating(30)));
    }

    @Test
    void learn_ofEqualScores_expectsThem() {
        List<Rated> same = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            same.add(rated(number, "Jazz", 4));
        }

        Tendencies learnt = new TendencyLearner(STARS).learn(same);

        assertThat(learnt.expected(Traits.of("Another. Genres: Jazz"))).isCloseTo(4, within(0.1));
    }
}
