package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedQuestionTest {

    private static Ask ask(String message) {
        return ClosedQuestion.in(message).orElseThrow().ask();
    }

    @Test
    void in_readsAScale_inWholesOrHalves() {
        assertThat(ask("What is the score, on a scale of 1 to 5? Just answer with the number. review: Good soup."))
                .isEqualTo(new Ask.Rate("Good soup.", new Scale(1, 5, 1)));
        assertThat(ask("Score it on a scale from 0.5 to 5 in half stars. Answer with a number. movie: Alien (1979)"))
                .isEqualTo(new Ask.Rate("Alien (1979)", new Scale(0.5, 5, 0.5)));
        assertThat(ask("Score it on a scale of 1 to 5 in half stars and answer with a number. movie: Alien (1979)"))
                .isEqualTo(new Ask.Rate("Alien (1979)", new Scale(1, 5, 0.5)));
    }

    @Test
    void in_readsTwo_byWhatIsAskedOfThem() {
        String two = " Just answer with [1] or [2]. [1]: \"Alien\" [2]: \"Airplane!\"";

        assertThat(ask("Which would I rate higher?" + two))
                .isEqualTo(new Ask.Prefer("Alien", "Airplane!", new Scale(0.5, 5, 0.5)));
        assertThat(ask("Which of these did I cite?" + two)).isEqualTo(new Ask.Relate("Alien", "Airplane!"));
    }

    @Test
    void in_readsListedLabels() {
        assertThat(
                        ask(
                                "Which tag fits? Just answer with the tag name. tags: [sci-fi, based on a book] description: A ship"))
                .isEqualTo(new Ask.Classify("A ship", List.of("sci-fi", "based on a book")));
    }

    @Test
    void thing_isWhatItIsAbout_bothOfTwo() {
        assertThat(ClosedQuestion.in("Which do I prefer? Answer with [1] or [2]. [1]: \"A\" [2]: \"B\"")
                        .map(ClosedQuestion::thing))
                .contains("A\nB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "How would I rate Alien (1979) from 1 to 5?",
                "Just answer with a joke.",
                "On a scale of 5 to 1, answer with a number. movie: Alien",
                "On a scale of 1 to 5, answer with a number.",
                "Which? Answer with [1] or [2]. [1]: \"A\""
            })
    void in_leavesTheRest(String open) {
        assertThat(ClosedQuestion.in(open)).isEmpty();
    }
}
