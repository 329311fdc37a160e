package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.personaagent.memory.episode.Episode;
import io.personaagent.persona.align.Label;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LampFilesTest {

    @TempDir
    Path folder;

    private Exam read(String questions, String outputs) throws IOException {
        return LampFiles.read(
                Files.writeString(folder.resolve("q.json"), questions),
                Files.writeString(folder.resolve("o.json"), outputs));
    }

    @Test
    void read_showsOnlyWhatIsNotLater_oldestFirst() throws IOException {
        Exam exam = read(
                """
                [{"id": "1", "user_id": "u", "date": "2020-02-02", "input": "What is the score of the following review on a scale of 1 to 5? just answer with 1, 2, 3, 4, or 5 without further explanation. review: Good soup",
                  "profile": [{"id": "a", "text": "late", "score": "1", "date": "2020-02-03"},
                              {"id": "b", "text": "near", "score": "2", "date": "2020-02-02"},
                              {"id": "c", "text": "old", "score": "3", "date": "2019-01-01"}]}]
                """,
                """
                {"task": "LaMP_3", "golds": [{"id": "1", "output": "4"}]}
                """);

        Person person = exam.people().get(0);
        assertThat(person.user()).isEqualTo("u");
        assertThat(person.log())
                .extracting(each -> each.id().value(), Form.REVIEW_SCORE::aboutOf, each -> each.groundTruth()
                        .orElse(""))
                .containsExactly(tuple("c", "old", "3"), tuple("b", "near", "2"));
        assertThat(ask(person)).isEqualTo(new Ask.Rate("Good soup", new Scale(1, 5, 1)));
        assertThat(person.exercises().get(0).question().at()).isEqualTo("2020-02-02T23:00:01Z");
    }

    private static Ask ask(Person person) {
        return ClosedQuestion.in(person.exercises().get(0).question().text())
                .orElseThrow()
                .ask();
    }

    @Test
    void read_whatIsAskedAbout_isNotSeenInTheLogOfTheSameDay() throws IOException {
        Exam exam = read(
                """
                [{"id": "1", "user_id": "u", "date": "2020-02-02",
                  "input": "On a scale of 0.5 to 5 in half stars, which score? Answer with the score only. movie: M (1999)",
                  "profile": [{"id": "a", "text": "M (1999)", "score": "5", "date": "2020-02-02"},
                              {"id": "b", "text": "N (1999)", "score": "2", "date": "2020-02-02"}]}]
                """,
                """
                {"task": "ML_rating", "golds": [{"id": "1", "output": "5"}]}
                """);

        assertThat(exam.people().get(0).log())
                .extracting(Form.MOVIE_SCORE::aboutOf)
                .containsExactly("N (1999)");
    }

    @Test
    void read_aQuestionWithoutItsInstruction_getsIt() throws IOException {
        Exam exam = read(
                """
                [{"id": "110", "input": "A ship sinks", "profile": [{"id": "a", "description": "d", "tag": "action"}]}]
                """,
                """
                {"task": "LaMP_2M", "golds": [{"id": "110", "output": "romance"}]}
                """);

        assertThat(ask(exam.people().get(0))).isEqualTo(new Ask.Classify("A ship sinks", Form.MOVIE_TAG.labels()));
        Episode episode = exam.people().get(0).log().get(0);
        assertThat(episode.provenance().tags()).contains("answer:choice", "option:action", "option:sci-fi");
        assertThat(Labelled.of(episode).orElseThrow().label().kind()).isEqualTo(Label.Kind.CHOICE);
    }

    @Test
    void read_tellsTheTasksApart() throws IOException {
        assertThat(read(
                                """
                                [{"id": "1", "input": "Which tag? Just answer with it. tags: [a] description: A ship", "profile": [
                                  {"id": "a", "description": "d", "tag": "action"}]}]
                                """,
                                """
                                {"task": "LaMP_2", "golds": [{"id": "1", "output": "comedy"}]}
                                """)
                        .task())
                .isEqualTo("LaMP_2M");
        assertThat(ask(read(
                                """
                                [{"id": 1, "input": "Which reference? Just answer with [1] or [2]. [1]: \\"A\\" [2]: \\"B\\"", "profile": [
                                  {"id": "a", "title": "t", "abstract": "x"}]}]
                                """,
                                """
                                {"task": "LaMP_1", "golds": [{"id": "1", "output": "[2]"}]}
                                """)
                        .people()
                        .get(0)))
                .isEqualTo(new Ask.Relate("A", "B"));
    }

    @Test
    void read_refusesWhatDoesNotFit() {
        String question = "[{\"id\": \"1\", \"input\": \"review: x\", \"profile\": []}]";

        assertThatThrownBy(() -> read(question, "{\"task\": \"LaMP_9\", \"golds\": []}"))
                .hasMessage(
                        "o.json: task: expected one of LaMP_1, LaMP_2M, LaMP_2N, LaMP_3, ML_rating, ML_choice, but found \"LaMP_9\"");
        assertThatThrownBy(() -> read(question, "{\"task\": \"LaMP_3\", \"golds\": []}"))
                .hasMessage("q.json: [0].id: expected an id that the answers have, too, but found \"1\"");
        assertThatThrownBy(() ->
                        read(question, "{\"task\": \"LaMP_3\", \"golds\": [{\"id\": \"1\", \"output\": \"good\"}]}"))
                .hasMessage("o.json: golds[0].output: expected a score, but found \"good\"");
    }
}
