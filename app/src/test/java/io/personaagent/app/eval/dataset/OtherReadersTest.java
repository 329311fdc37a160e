package io.personaagent.app.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.personaagent.app.eval.dataset.Suite.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MuSiQue, MEMENTO, PrefEval and MemDaily. */
class OtherReadersTest {

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture(folder);
    }

    private static final String MUSIQUE =
            """
            [{'id': '2hop__1_2', 'question': 'Where was the maker of the Swift born?', 'paragraphs': [
                {'idx': 0, 'title': 'Swift', 'paragraph_text': 'Ada built it.', 'is_supporting': true},
                {'idx': 1, 'title': 'Rust', 'paragraph_text': 'It is red.', 'is_supporting': false},
                {'idx': 2, 'title': 'Ada', 'paragraph_text': 'Born in Oslo.', 'is_supporting': true}]}]
            """;

    @Test
    void musique_withACorpus_asksTheCorpus() throws IOException {
        fixture.file(
                "musique_corpus.json.gz",
                "[{'title': 'Ada', 'text': 'Born in Oslo.'}, {'title': 'Owls', 'text': 'They hunt.'}, {'title': 'Swift', 'text': 'Ada built it.'}]");
        fixture.file("musique.json", MUSIQUE);

        Task task = new Musique().read(folder).tasks().get(0);

        assertThat(Fixture.lines(task))
                .containsExactly(
                        " 2024-01-01T00:00:00Z : Ada\nBorn in Oslo.",
                        " 2024-01-01T00:00:00Z : Owls\nThey hunt.",
                        " 2024-01-01T00:00:00Z : Swift\nAda built it.");
        assertThat(Fixture.judged(task, 0, 0, 1)).isEqualTo(Map.of("recall@2", 0.5));
        assertThat(Fixture.judged(task, 0, 0, 2)).isEqualTo(Map.of("recall@2", 1.0));
        assertThat(task.items().get(0).categories()).isEqualTo(List.of("2 hops"));
    }

    @Test
    void musique_withoutACorpus_asksTheQuestionsOwnPassages() throws IOException {
        Suite suite = new Musique().read(fixture.file("dev.json", MUSIQUE));

        assertThat(suite.tasks().get(0).haystack().episodes()).hasSize(3);
        assertThat(Fixture.judged(suite.tasks().get(0), 0, 0, 2)).isEqualTo(Map.of("recall@2", 1.0));
    }

    @Test
    void musique_aSupportingPassageThatIsNotInTheCorpus_isSkipped() throws IOException {
        fixture.file("musique_corpus.json", "[{'title': 'Ada', 'text': 'Born in Oslo.'}]");

        Suite suite = new Musique().read(fixture.file("musique.json", MUSIQUE));

        assertThat(suite.questions()).isZero();
        assertThat(suite.skipped()).containsExactly(entry("a supporting passage is not in the corpus", 1));
    }

    @Test
    void memento_asksThePool_andEachScene() throws IOException {
        fixture.file(
                "memory_acquisition_stage.json.gz",
                """
                {'episodes': [
                  {'episode_id': '1', 'scene_id': 'A', 'instruction': 'The blue cup is mine.'},
                  {'episode_id': '2', 'scene_id': 'B', 'instruction': 'Supper is at six.'},
                  {'episode_id': '3', 'scene_id': 'A', 'instruction': 'The lamp goes left.'}]}
                """);
        fixture.file(
                "single_memory_utilization_stage.json",
                """
                {'episodes': [{'scene_id': 'A', 'instruction': 'Bring my cup.',
                  'metadata': {'related_episode_id': '1', 'episode_type': 'object_semantics'}}]}
                """);

        Suite suite = new Memento().read(folder);

        assertThat(suite.tasks())
                .extracting(task -> "%s: %d, %d"
                        .formatted(
                                task.haystack().name(),
                                task.haystack().episodes().size(),
                                task.items().size()))
                .containsExactly("all: 3, 1", "scene A: 2, 1", "scene B: 1, 0");
        assertThat(Fixture.judged(suite.tasks().get(0), 0, 1, 0)).isEqualTo(Map.of("hit@2", 1.0));
        assertThat(Fixture.judged(suite.tasks().get(0), 0, 1, 2)).isEqualTo(Map.of("hit@2", 0.0));
        assertThat(Fixture.judged(suite.tasks().get(1), 0, 0)).isEqualTo(Map.of("scene_hit@2", 1.0));
        assertThat(suite.tasks().get(0).items().get(0).categories()).isEqualTo(List.of("object_semantics"));
    }

    @Test
    void memento_needsBothFiles() throws IOException {
        Path file = fixture.file("memory_acquisition_stage.json", "{'episodes': []}");

        assertThatThrownBy(() -> new Memento().read(folder))
                .hasMessage(
                        "expected in '%s' memory_acquisition_stage.json and single_memory_utilization_stage.json, also with .gz; found: memory_acquisition_stage.json"
                                .formatted(folder));
        assertThatThrownBy(() -> new Memento().read(file))
                .hasMessage("'%s' is a file, but the set is a folder of several files".formatted(file));
    }

    @Test
    void prefeval_eachQuestionHasItsOwnPreference_beforeTheSameFiller() throws IOException {
        fixture.file(
                "filtered_inter_turns.json",
                "[{'conversation': [{'role': 'user', 'content': 'Sort a list?'}, {'role': 'assistant', 'content': 'Use sort.'}]}]");
        fixture.file(
                "explicit_preference.jsonl.gz",
                """
                {'topic': 'food', 'idx': 0, 'preference': 'I hate olives.', 'question': 'What for supper?'}

                {'topic': 'food', 'idx': 4, 'preference': 'I only eat soup.', 'question': 'A snack?'}
                """);

        Suite suite = new PrefEval().read(folder);

        assertThat(Fixture.lines(suite.tasks().get(1)))
                .containsExactly(
                        "s0000 2024-01-01T00:00:00Z : I only eat soup.",
                        "s0001 2024-01-01T00:00:01Z : Sort a list?",
                        "s0001 2024-01-01T00:00:02Z assistant: Use sort.");
        assertThat(Fixture.lines(suite.tasks().get(0)))
                .hasSize(3)
                .first()
                .asString()
                .endsWith("I hate olives.");
        assertThat(Fixture.judged(suite.tasks().get(0), 0, 2, 0)).isEqualTo(Map.of("hit@2", 1.0));
        assertThat(Fixture.judged(suite.tasks().get(0), 0, 2, 1)).isEqualTo(Map.of("hit@2", 0.0));
    }

    @Test
    void prefeval_withoutFiller_isRefused() throws IOException {
        fixture.file("explicit_preference.jsonl", "{'a': 1}\n");

        assertThatThrownBy(() -> new PrefEval().read(folder))
                .hasMessageStartingWith("expected in '")
                .hasMessageEndingWith(
                        "filtered_inter_turns.json beside explicit_preference.jsonl, also with .gz; found: explicit_preference.jsonl");
    }

    @Test
    void prefeval_aBrokenLine_isNamed() throws IOException {
        fixture.file("filtered_inter_turns.json", "[]");
        fixture.file("explicit_preference.jsonl", "\n{'a'\n");

        assertThatThrownBy(() -> new PrefEval().read(folder))
                .hasMessageStartingWith("explicit_preference.jsonl, line 2: expected JSON, but found: Unexpected");
    }

    @Test
    void memdaily_theFileNamesTheKind() throws IOException {
        fixture.file(
                "01_simple_events.json.gz",
                """
                [{'tid': 0, 'message_list': [
                    {'mid': 0, 'message': '我有一条船。', 'time': '2024年04月01日 周一 08:20', 'place': '奥斯陆'},
                    {'mid': 1, 'message': '船是红的。', 'time': '2024年04月02日 周二 09:00', 'place': '奥斯陆'}],
                  'question_list': [{'qid': 0, 'question': '船是什么颜色？', 'target_step_id': [1], 'time': '2024年04月04日 周四 07:42'}]}]
                """);
        fixture.file("read_me.txt", "");

        Suite suite = new MemDaily().read(folder);

        Task task = suite.tasks().get(0);
        assertThat(Fixture.lines(task))
                .containsExactly("s0000 2024-04-01T08:20:00Z : 我有一条船。", "s0000 2024-04-02T09:00:00Z : 船是红的。");
        assertThat(task.items().get(0).question())
                .isEqualTo(new Question("船是什么颜色？", Instant.parse("2024-04-04T07:42:00Z")));
        assertThat(task.items().get(0).categories()).isEqualTo(List.of("simple", "simple_events"));
        assertThat(Fixture.judged(task, 0, 1)).isEqualTo(Map.of("recall@2", 1.0));
    }

    @Test
    void memdaily_aFolderWithoutItsFiles_isRefused() {
        assertThatThrownBy(() -> new MemDaily().read(folder))
                .hasMessage("expected in '%s' files such as 01_simple_events.json, also with .gz; found: nothing"
                        .formatted(folder));
    }

    @Test
    void gzip_thatIsCutShort_isRefused() throws IOException {
        Path whole = fixture.file("01_simple_events.json.gz", "[]");
        byte[] content = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(content, content.length - 9));

        assertThatThrownBy(() -> new MemDaily().read(folder))
                .hasMessageStartingWith("01_simple_events.json.gz: expected whole gzip, but found: ");
    }
}
