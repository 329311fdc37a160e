package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingQuestionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    How would I rate Alien (1979)?                       | Alien (1979)                  | 1 | 5
                    how would i rate Alien (1979). Genres: Horror, Sci-Fi? | Alien (1979). Genres: Horror, Sci-Fi | 1 | 5
                    How would I rate Alien on a scale from 1 to 10?      | Alien                         | 1 | 10
                    How many stars would I give Alien out of 4?          | Alien                         | 1 | 4
                    And what score will I give to Alien                  | Alien                         | 1 | 5
                    """)
    void in_readsTheThingAndTheScores(String message, String thing, double low, double high) {
        assertThat(RatingQuestion.in(message)).contains(new RatingQuestion(thing, low, high));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How would you rate Alien?",
                "I would rate Alien 4.",
                "How would I rate?",
                "How would I rate Alien from 5 to 1?",
                "What would I give her?"
            })
    void in_isEmptyForAnythingElse(String message) {
        assertThat(RatingQuestion.in(message)).isEmpty();
    }

    @Test
    void scale_hasHalves_whereThePersonGaveSome() {
        RatingQuestion asked = new RatingQuestion("Alien", 1, 5);

        assertThat(asked.scale(Habit.NONE).step()).isEqualTo(1);
        assertThat(asked.scale(new Habit(Map.of(3.5, 1))).step()).isEqualTo(0.5);
    }
}
