package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.Known;
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
                [{"id": "1", "user_id": "u", "date": "2020-02-02", "input": "What is the score? review: Good soup",
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
                .containsExactly(new Known(new EpisodeId("c"), "old", "3"), new Known(new EpisodeId("b"), "near", "2"));
        assertThat(person.exercises().get(0).ask()).isEqualTo(new Ask.Rate("Good soup", new Scale(1, 5, 1)));
    }

    @Test
    void read_tellsTheTasksApart() throws IOException {
        assertThat(read(
                                """
                                [{"id": "1", "input": "Which tag? tags: [a] description: A ship", "profile": [
                                  {"id": "a", "description": "d", "tag": "action"}]}]
                                """,
                                """
                                {"task": "LaMP_2", "golds": [{"id": "1", "output": "comedy"}]}
                                """)
                        .task())
                .isEqualTo("LaMP_2M");
        assertThat(read(
                                """
                                [{"id": 1, "input": "Which reference? [1]: \\"A\\" [2]: \\"B\\"", "profile": [
                                  {"id": "a", "title": "t", "abstract": "x"}]}]
                                """,
                                """
                                {"task": "LaMP_1", "golds": [{"id": "1", "output": "[2]"}]}
                                """)
                        .people()
                        .get(0)
                        .exercises()
                        .get(0)
                        .ask())
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
