package io.personaagent.app.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.eval.dataset.Quiz;
import io.personaagent.app.eval.dataset.Suite;
import io.personaagent.app.eval.dataset.Suite.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final Suite SUITE = Quiz.suite(5, 4);

    @Test
    void of_isAsManyAsWanted_inTheirOrder_andTheSameForTheSameSeed() {
        Suite sample = Sample.of(SUITE, 7, 42);

        assertThat(sample.questions()).isEqualTo(7);
        assertThat(questions(SUITE)).containsSubsequence(questions(sample));
        assertThat(questions(Sample.of(SUITE, 7, 42))).isEqualTo(questions(sample));
        assertThat(questions(Sample.of(SUITE, 7, 43))).isNotEqualTo(questions(sample));
    }

    @Test
    void of_leavesOutHaystacksWithoutQuestions() {
        assertThat(Sample.of(SUITE, 1, 42).tasks()).hasSize(1);
    }

    @Test
    void of_moreThanThereAre_isAll() {
        assertThat(questions(Sample.of(SUITE, 100, 42))).isEqualTo(questions(SUITE));
    }

    private static List<String> questions(Suite suite) {
        return suite.tasks().stream()
                .map(Task::items)
                .flatMap(List::stream)
                .map(item -> item.question().text())
                .toList();
    }
}
