package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TraitsTest {

    @Test
    void of_readsTopicsYearAndWords() {
        Traits traits = Traits.of("Island of Ghosts: The Return (1993). Genres: Horror, Sci-Fi");

        assertThat(traits.words()).containsExactlyInAnyOrder("island", "ghosts", "return");
        assertThat(traits.of(Trait.topic("Horror"))).isCloseTo(1 / Math.sqrt(2), within(1e-9));
        assertThat(traits.of(Trait.topic("Sci-Fi"))).isCloseTo(1 / Math.sqrt(2), within(1e-9));
        assertThat(traits.of(Trait.period(1990))).isCloseTo(0.4, within(1e-9));
        assertThat(traits.of(Trait.period(1995))).isCloseTo(0.6, within(1e-9));
        assertThat(traits.of(Trait.BREADTH)).isEqualTo(-0.5);
    }

    @Test
    void of_leavesOutWhatIsNotTold() {
        assertThat(Traits.of("Quiet Harbour. Genres: (no genres listed)").weights())
                .isEmpty();
        assertThat(Traits.of("").weights()).isEmpty();
        assertThat(Traits.of("").words()).isEmpty();
    }

    @Test
    void of_readsOtherScripts() {
        assertThat(Traits.of("流浪地球 (2019)").words()).containsExactly("流浪地球");
    }

    @Test
    void resemblance_isTheCosineOfWords_andLikenessOfTopicsToo() {
        Traits one = Traits.of("Night Train (1950). Genres: Drama");
        Traits other = Traits.of("Night Bus (1999). Genres: Drama");

        assertThat(one.resemblance(other)).isCloseTo(0.5, within(1e-9));
        assertThat(one.likeness(other)).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(one.resemblance(Traits.of(""))).isZero();
    }
}
