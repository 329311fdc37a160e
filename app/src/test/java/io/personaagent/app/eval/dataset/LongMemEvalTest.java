package io.personaagent.app.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.personaagent.app.eval.dataset.Suite.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongMemEvalTest {

    private static final String ONE =
            """
            {'question_id': '%s', 'question_type': 'multi-session', 'question': 'How many boats?', 'answer': 2,
             'question_date': '2023/05/30 (Tue) 16:42', 'answer_session_ids': %s,
             'haystack_session_ids': ['answer_2', 'filler_1', 'answer_1'],
             'haystack_dates': ['2023/05/03 (Wed) 10:00', '2023/05/01 (Mon) 10:00', '2023/05/02 (Tue) 10:00'],
             'haystack_sessions': [
                [{'role': 'user', 'content': 'I bought another boat.', 'has_answer': true}],
                [{'role': 'user', 'content': 'What is rust?'}, {'role': 'assistant', 'content': 'Iron and air.'}],
                [{'role': 'user', 'content': 'I bought a boat.', 'has_answer': true}]]}
            """;
    private static final String SET = "[%s, %s, %s]"
            .formatted(
                    ONE.formatted("q1", "['answer_1', 'answer_2']"),
                    ONE.formatted("q2_abs", "[]"),
                    ONE.formatted("q3", "['gone']"));

    @TempDir
    Path folder;

    @Test
    void read_aMessageIsAnEpisode_inTheOrderOfTheDates() throws IOException {
        Suite suite = new LongMemEval().read(new Fixture(folder).file("longmemeval_s.json.gz", SET));

        assertThat(suite.tasks()).hasSize(1);
        assertThat(Fixture.lines(suite.tasks().get(0)))
                .containsExactly(
                        "s0000 2023-05-01T10:00:00Z : What is rust?",
                        "s0000 2023-05-01T10:00:01Z assistant: Iron and air.",
                        "s0001 2023-05-02T10:00:00Z : I bought a boat.",
                        "s0002 2023-05-03T10:00:00Z : I bought another boat.");
        assertThat(suite.skipped())
                .containsExactly(entry("no gold session", 1), entry("no gold session is in the haystack", 1));
    }

    @Test
    void read_asksOnTheDayOfTheQuestion() throws IOException {
        Suite suite = new LongMemEval().read(new Fixture(folder).file("longmemeval_s.json", SET));

        Item item = suite.tasks().get(0).items().get(0);
        assertThat(item.question()).isEqualTo(new Question("How many boats?", Instant.parse("2023-05-30T16:42:00Z")));
        assertThat(item.categories()).isEqualTo(List.of("multi-session"));
    }

    /** In upstream's names "answer_" says which session holds the answer. */
    @Test
    void read_noName_tellsWhichSessionIsGold() throws IOException {
        Suite suite = new LongMemEval().read(new Fixture(folder).file("longmemeval_s.json", SET));

        assertThat(suite.tasks().get(0).haystack().episodes().toString()).doesNotContain("answer", "filler");
    }

    @Test
    void gold_isTheSessions_eachAtItsBestMessage() throws IOException {
        Task task = new LongMemEval()
                .read(new Fixture(folder).file("longmemeval_s.json", SET))
                .tasks()
                .get(0);

        assertThat(Fixture.judged(task, 0, 0, 1, 2, 3))
                .isEqualTo(Map.of("recall_all@2", 0.0, "recall_any@2", 1.0, "ndcg@2", 0.5));
        assertThat(Fixture.judged(task, 0, 3, 2))
                .isEqualTo(Map.of("recall_all@2", 1.0, "recall_any@2", 1.0, "ndcg@2", 1.0));
    }

    @Test
    void read_listsOfDifferentLengths_areRefused() throws IOException {
        Path file = new Fixture(folder)
                .file("longmemeval_s.json", SET.replace("'answer_2', 'filler_1', 'answer_1'", "'answer_2'"));

        assertThatThrownBy(() -> new LongMemEval().read(file))
                .hasMessage(
                        "longmemeval_s.json: [0]: expected as many haystack_session_ids (1) and haystack_dates (3) as haystack_sessions (3), but found an object with question_id, question_type, question, answer, question_date, answer_session_ids, haystack_session_ids, haystack_dates, ...");
    }
}
