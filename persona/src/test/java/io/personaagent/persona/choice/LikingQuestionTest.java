package io.personaagent.persona.choice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikingQuestionTest {

    @Test
    void in_readsWhatIsAskedAbout() {
        assertThat(LikingQuestion.in("Do I like horror films?"))
                .contains(new LikingQuestion("horror films", false, false));
        assertThat(LikingQuestion.in("So, would I enjoy Alien (1979). Genres: Horror?"))
                .contains(new LikingQuestion("Alien (1979). Genres: Horror", true, false));
        assertThat(LikingQuestion.in("Do I hate jazz")).contains(new LikingQuestion("jazz", false, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do I like tea or coffee?",
                "Would I like it?",
                "Do you like tea?",
                "How do I like my eggs?",
                "I like tea."
            })
    void in_isEmpty_forAnythingElse(String message) {
        assertThat(LikingQuestion.in(message)).isEmpty();
    }
}
