package io.personaagent.persona.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceQuestionTest {

    private static List<String> options(String message) {
        return ChoiceQuestion.in(message).map(ChoiceQuestion::options).orElse(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Tea or coffee?                                          | tea;coffee
                    Tea, coffee or water?                                   | tea;coffee;water
                    Should I watch Alien or Airplane tonight?               | Alien;Airplane tonight
                    Which would I like better, Alien or Airplane?           | Alien;Airplane
                    Which film would I rather watch: Alien, Brazil or Cube? | Alien;Brazil;Cube
                    Would I rather eat soup or salad?                       | soup;salad
                    Do I prefer tea or coffee?                              | tea;coffee
                    And would I like "Dead or Alive" or "Heat" better?      | Dead or Alive;Heat
                    What should I drink, green tea, or black tea?           | green tea;black tea
                    """)
    void in_readsTheOptions(String message, String options) {
        assertThat(String.join(";", options(message))).isEqualToIgnoringCase(options);
    }

    @Test
    void in_leavesTheCommasOfADescriptionAlone() {
        assertThat(options("Should I watch Alien (1979). Genres: Horror, Sci-Fi or Airplane! (1980). Genres: Comedy?"))
                .containsExactly("Alien (1979). Genres: Horror, Sci-Fi", "Airplane! (1980). Genres: Comedy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Was it Monday or Tuesday?",
                "Did I meet Anna in Paris or Rome?",
                "Should I turn left or right at the church when it rains?",
                "Is it raining or not?",
                "I like tea or coffee.",
                "Tea?",
                "Tea or tea?",
                "How do I get to Basel or Bern by train?",
                "Would I like it?"
            })
    void in_isEmpty_whereNothingIsToBeChosenThatSomebodyLikes(String message) {
        assertThat(ChoiceQuestion.in(message)).isEmpty();
    }

    @Test
    void named_isTheOnlyOptionThatAnAnswerNames_inItsFirstLineAtLeast() {
        List<String> options = List.of("tea", "green tea", "coffee");

        assertThat(ChoiceQuestion.named(options, "Green tea, please.")).contains("green tea");
        assertThat(ChoiceQuestion.named(options, "COFFEE!")).contains("coffee");
        assertThat(ChoiceQuestion.named(options, "Coffee, going by this:\n- Does not like tea."))
                .contains("coffee");
        assertThat(ChoiceQuestion.named(options, "Tea or coffee?")).isEmpty();
        assertThat(ChoiceQuestion.named(options, "Water.")).isEmpty();
    }

    @Test
    void new_refusesASingleOption() {
        assertThatThrownBy(() -> new ChoiceQuestion("Tea?", List.of("tea")))
                .hasMessage("a choice needs at least 2 options, but has 1");
    }
}
