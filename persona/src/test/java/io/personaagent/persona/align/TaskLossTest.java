package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.spi.Embedder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskLossTest {

    private final NumericLoss loss = new TaskLoss(HashingEmbedder.embedder());

    @ParameterizedTest
    @CsvSource({
        "comedy, 0",
        "Comedy., 0",
        "I would say comedy, 0",
        "action, 1",
        "comedy or action, 1",
        "'', 1",
        "no idea, 1",
    })
    void of_aChoice_isExact(String answer, double expected) {
        Labelled choice = labelled(
                1, "Which?", "comedy", Task.CHOICE_TAG, Task.OPTION_TAG + "comedy", Task.OPTION_TAG + "action");

        assertThat(loss.of(choice, answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "'4,0', 0", "I give it 3, 0.25", "1, 0.75", "900, 1", "great, 1", "'', 1"})
    void of_aRating_isTheDifferenceOverTheWidest(String answer, double expected) {
        assertThat(loss.of(labelled(1, "How good?", "4", Task.RATING_TAG + "1 5"), answer))
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void of_aText_isNothingWhereTheSameIsSaid_andMoreTheLessItHasInCommon() {
        Labelled open = labelled(1, "When do I leave?", "On Tuesday at noon");

        assertThat(loss.of(open, "on Tuesday, at NOON!")).isZero();
        assertThat(loss.of(open, "You leave on Tuesday at noon, as you told me."))
                .isZero();
        assertThat(loss.of(open, "")).isEqualTo(1);
        assertThat(loss.of(open, "Tuesday, maybe noon")).isBetween(0.05, 0.95);
        assertThat(loss.of(open, "Bananas grow in Ecuador")).isEqualTo(1);
    }

    @Test
    void of_aTextThatBuriesTheTruth_isNotRight() {
        Labelled open = labelled(1, "When?", "Tuesday");
        String everything = "Monday perhaps or Tuesday or Wednesday or Thursday or Friday or Saturday or Sunday"
                + " or any other day that there may be in a week of yours";

        assertThat(loss.of(open, everything)).isGreaterThan(Graded.RIGHT);
    }

    @Test
    void of_aText_withoutAnEmbedder_goesByWords() {
        NumericLoss words = new TaskLoss(Embedder.missing("none", "there is none"));

        assertThat(words.of(labelled(1, "Q?", "green tea"), "black tea")).isCloseTo(0.5, within(1e-9));
        assertThat(words.of(labelled(1, "Q?", "绿茶"), "绿茶")).isZero();
    }
}
