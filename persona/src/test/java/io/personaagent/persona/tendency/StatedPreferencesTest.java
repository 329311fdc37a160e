package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.profile.Preference.Stance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedPreferencesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final EpisodeId HERE = new EpisodeId("e1");

    private static List<StatedPreference> in(String message) {
        return StatedPreferences.in(message, NOON, HERE);
    }

    private static StatedPreference said(String message, int day) {
        return StatedPreferences.in(message, NOON.plus(Duration.ofDays(day)), new EpisodeId("e" + day))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    I can't stand horror films.           | horror films | AGAINST
                    I can’t stand horror films!           | horror films | AGAINST
                    I don't like jazz at all.             | jazz         | AGAINST
                    Never show me spoilers.               | spoilers     | AGAINST
                    I always take the window seat         | the window seat | ALWAYS
                    Please always give me metric units.   | metric units | ALWAYS
                    I no longer eat meat.                 | meat         | NO_LONGER
                    I used to love jazz.                  | jazz         | NO_LONGER
                    I no longer like jazz because of him. | jazz         | NO_LONGER
                    I prefer tea to coffee.               | tea          | FOR
                    I don't like jazz any more.           | jazz         | NO_LONGER
                    I really love green tea.              | green tea    | FOR
                    """)
    void in_readsTheForm(String message, String object, Stance stance) {
        assertThat(in(message)).containsExactly(new StatedPreference(object, stance, NOON, HERE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do I like jazz?",
                "My brother hates jazz.",
                "If I like jazz, play it.",
                "She said \"I love jazz\".",
                "I would love jazz.",
                ""
            })
    void in_missesWhatIsNotMeant(String message) {
        assertThat(in(message)).isEmpty();
    }

    @Test
    void in_readsSeveralSentences() {
        assertThat(in("I love tea. I hate coffee."))
                .extracting(StatedPreference::stance)
                .containsExactly(Stance.FOR, Stance.AGAINST);
    }

    @Test
    void inForce_keepsTheNewestWord_inWhateverOrderTheyCome() {
        List<StatedPreference> stated = Stream.of(
                        said("I hate jazz.", 5),
                        said("I love jazz.", 1),
                        said("I love tea.", 2),
                        said("I no longer drink tea.", 9))
                .toList();

        assertThat(StatedPreferences.inForce(stated))
                .containsExactly(new StatedPreference(
                        "jazz", Stance.AGAINST, NOON.plus(Duration.ofDays(5)), new EpisodeId("e5")));
    }

    @Test
    void strength_halvesInHalfAYear() {
        StatedPreference tea = said("I love tea.", 0);

        assertThat(StatedPreferences.strength(tea.said(), NOON)).isEqualTo(1);
        assertThat(StatedPreferences.strength(tea.said(), NOON.plus(Duration.ofDays(180))))
                .isCloseTo(0.5, within(1e-9));
    }
}
