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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocomoTest {

    private static final String CONVERSATION =
            """
            [{'sample_id': 'conv-1', 'conversation': {
                'speaker_a': 'Ada', 'speaker_b': 'Bob',
                'session_2_date_time': '8:00 am on 9 May, 2023',
                'session_2': [{'speaker': 'Ada', 'dia_id': 'D2:1', 'text': 'The boat is red.', 'blip_caption': 'a photo of a boat'}],
                'session_1_date_time': '1:56 pm on 8 May, 2023',
                'session_1': [
                    {'speaker': 'Ada', 'dia_id': 'D1:1', 'text': 'I bought a boat.'},
                    {'speaker': 'Bob', 'dia_id': 'D1:2', 'text': 'Nice!'}]},
              'qa': [
                {'question': 'Which colour?', 'answer': 'red', 'evidence': ['D2:1'], 'category': 4},
                {'question': 'What and how?', 'evidence': ['D1:1; D2:1'], 'category': 1},
                {'question': 'When?', 'evidence': ['D9:9', 'D1:1'], 'category': 2},
                {'question': 'Gone?', 'evidence': ['D9:9'], 'category': 3},
                {'question': 'None?', 'evidence': [], 'category': 5},
                {'question': 'Absent?', 'category': 5}]}]
            """;

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture(folder);
    }

    @Test
    void read_aTurnIsAnEpisode() throws IOException {
        Suite suite = new Locomo().read(fixture.file("locomo10.json.gz", CONVERSATION));

        Task task = suite.tasks().get(0);
        assertThat(task.haystack().name()).isEqualTo("conv-1");
        assertThat(Fixture.lines(task))
                .containsExactly(
                        "s0000 2023-05-08T13:56:00Z Ada: I bought a boat.",
                        "s0000 2023-05-08T13:56:01Z Bob: Nice!",
                        "s0001 2023-05-09T08:00:02Z Ada: The boat is red. [shared a photo of a boat]");
    }

    @Test
    void read_theFolder_isTheSame() throws IOException {
        Suite suite = new Locomo().read(fixture.file("locomo.json", CONVERSATION));

        assertThat(new Locomo().read(folder).tasks().get(0).haystack())
                .isEqualTo(suite.tasks().get(0).haystack());
    }

    @Test
    void read_questionsWithEvidence_areAskedOnTheDayAfter() throws IOException {
        Suite suite = new Locomo().read(fixture.file("locomo.json", CONVERSATION));

        List<Item> items = suite.tasks().get(0).items();
        assertThat(items)
                .extracting(Item::question)
                .containsExactly(asked("Which colour?"), asked("What and how?"), asked("When?"));
        assertThat(items)
                .extracting(Item::categories)
                .containsExactly(List.of("single-hop"), List.of("multi-hop"), List.of("temporal"));
        assertThat(suite.skipped())
                .containsExactly(entry("no evidence is named", 2), entry("the evidence names no turn that exists", 1));
    }

    @Test
    void gold_isTheEvidence() throws IOException {
        Task task = new Locomo()
                .read(fixture.file("locomo.json", CONVERSATION))
                .tasks()
                .get(0);

        assertThat(Fixture.judged(task, 0, 0, 2)).isEqualTo(Map.of("recall@2", 1.0));
        assertThat(Fixture.judged(task, 0, 0, 1)).isEqualTo(Map.of("recall@2", 0.0));
        assertThat(Fixture.judged(task, 1, 2, 1)).isEqualTo(Map.of("recall@2", 0.5));
        assertThat(Fixture.judged(task, 2, 1, 0)).isEqualTo(Map.of("recall@2", 1.0));
    }

    @Test
    void read_whatIsNoLocomo_saysWhatWasExpectedAndFound() throws IOException {
        assertRefused("{'a': 1}", "x.json: expected a list, but found an object with a");
        assertRefused(
                "[{'sample_id': 'c'}]",
                "x.json: [0]: expected an object with the field 'conversation', but found an object with sample_id");
        assertRefused(
                "[{'sample_id': 'c', 'qa': [], 'conversation': {'speaker_a': 'Ada'}}]",
                "x.json: [0].conversation: expected the field 'session_1' with the turns of a conversation, but found an object with speaker_a");
        assertRefused(
                CONVERSATION.replace("1:56 pm on 8 May, 2023", "yesterday"),
                "x.json: [0].conversation.session_1_date_time: expected a date such as '1:56 pm on 8 May, 2023', but found \"yesterday\"");
        assertRefused(
                CONVERSATION.replace("'category': 4", "'category': 6"),
                "x.json: [0].qa[0].category: expected a category from 1 to 5, but found 6");
    }

    private void assertRefused(String content, String message) throws IOException {
        Path file = fixture.file("x.json", content);

        assertThatThrownBy(() -> new Locomo().read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessage(message);
    }

    private static Question asked(String text) {
        return new Question(text, Instant.parse("2023-05-10T08:00:02Z"));
    }
}
