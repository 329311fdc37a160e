package io.personaagent.app.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.personaagent.app.eval.dataset.Suite.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BEAM and PersonaBench, which are folders of folders. */
class FolderReadersTest {

    private static final String CHAT =
            """
            [{'batch_number': 1, 'turns': [[
                {'role': 'user', 'id': 0, 'time_anchor': 'March-15-2024', 'content': 'I plan a boat.'},
                {'role': 'assistant', 'id': 1, 'content': 'Of wood?'}]]},
             {'batch_number': 2, 'turns': [[
                {'role': 'user', 'id': 2, 'time_anchor': 'April-05-2024', 'content': 'Of steel now.'}]]}]
            """;
    private static final String PROBING =
            """
            {'abstention': [{'question': 'Who sails?'}],
             'knowledge_update': [{'question': 'What is it made of?', 'source_chat_ids': {'original_info': [1], 'updated_info': [2]}}],
             'information_extraction': [{'question': 'What do I plan?', 'source_chat_ids': [0]}],
             'preference_following': [{'question': 'What next?', 'source_chat_ids': []},
                                      {'question': 'And then?', 'source_chat_ids': [77]}]}
            """;

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture(folder);
    }

    @Test
    void beam_aMessageIsAnEpisode_aBatchASession() throws IOException {
        fixture.file("01_chat.json.gz", CHAT);
        fixture.file("01_probing_questions.json.gz", PROBING);

        Suite suite = new Beam().read(folder);

        Task task = suite.tasks().get(0);
        assertThat(Fixture.lines(task))
                .containsExactly(
                        "s0000 2024-03-15T00:00:00Z : I plan a boat.",
                        "s0000 2024-03-15T00:00:01Z assistant: Of wood?",
                        "s0001 2024-04-05T00:00:00Z : Of steel now.");
        assertThat(task.items())
                .extracting(Item::categories)
                .containsExactly(List.of("knowledge_update"), List.of("information_extraction"));
        assertThat(Fixture.judged(task, 0, 2, 0)).isEqualTo(Map.of("recall@2", 0.5));
        assertThat(suite.skipped())
                .containsExactly(
                        entry("no evidence is named", 2), entry("the evidence names no message that exists", 1));
    }

    @Test
    void beam_inFolders_isTheSame() throws IOException {
        fixture.file("1/chat.json", CHAT);
        fixture.file("1/probing_questions/probing_questions.json", PROBING);

        assertThat(new Beam().read(folder).questions()).isEqualTo(2);
        assertThat(new Beam().read(folder.resolve("1")).questions()).isEqualTo(2);
    }

    @Test
    void beam_aChatWithoutQuestions_isRefused() throws IOException {
        fixture.file("01_chat.json", CHAT);

        assertThatThrownBy(() -> new Beam().read(folder))
                .hasMessage("expected in '%s' 01_probing_questions.json for 01_chat.json; found: 01_chat.json"
                        .formatted(folder));
        assertThatThrownBy(() -> new Beam().read(folder.resolve("none")))
                .hasMessage("there is no file or folder '%s'".formatted(folder.resolve("none")));
    }

    private void community(String name, String data) throws IOException {
        fixture.file(
                name + "/eval_info/eval_info_all.json.gz",
                """
                [{'Name': 'Ada', 'Eval_Info': {'qa': [
                    {'q_id': '0', 'question': 'What do I like?', 'type': 'Preference'},
                    {'q_id': '1', 'question': 'Am I kind?', 'type': 'Subjective'},
                    {'q_id': '2', 'question': 'Where do I live?', 'type': 'Basic information'}]}},
                 {'Name': 'Bob', 'Eval_Info': {'qa': [{'q_id': '9', 'question': 'Who am I?', 'type': 'Social'}]}}]
                """);
        fixture.file(
                name + "/eval_info/qa_gt_context_all_noise_0.3.json",
                """
                [{'q_id': '0', 'segment_id': {'tea': ['A'], 'owls': ['B', 'C']}},
                 {'q_id': '1', 'segment_id': {'yes': ['A']}}, {'q_id': '2', 'segment_id': {}}]
                """);
        fixture.file(
                data + "/conversation_data_all.json",
                """
                [{'Name': 'Ada', 'Data': [{'Target_name': 'Bob', 'Conversations': [{
                    'session': 'x', 'time': '2024/Oct/15/09:00 AM', 'segment_id': 'C', 'target_name': 'Bob',
                    'conversation': [{'role': 'Bob', 'content': 'Owls?'}, {'role': 'Ada', 'content': 'Lovely.'}]}]}]}]
                """);
        fixture.file(
                data + "/user_ai_interaction_data_all.json",
                """
                [{'Name': 'Ada', 'Data': [{'time': '2024/Oct/14/07:47 PM', 'segment_id': 'A',
                    'user_ai_interaction': [{'role': 'user', 'content': 'Tea, please.'}, {'role': 'assistant', 'content': 'Which?'}]}]}]
                """);
        fixture.file(
                data + "/purchase_history_data_all.json.gz",
                """
                [{'Name': 'Ada', 'Data': [{'time': '2024/Oct/16/01:00 PM', 'segment_id': 'B', 'purchase_history': [
                    {'title': 'Owl book', 'description': 'All owls.', 'brand': 'Nest', 'categories': ['Books', 'Birds']}]}]}]
                """);
    }

    @Test
    void personabench_readsAllKindsOfDocuments_inTheOrderOfTheirDates() throws IOException {
        community("community_0", "community_0/noise_0.3");

        Suite suite = new PersonaBench().read(folder);

        Task task = suite.tasks().get(0);
        assertThat(task.haystack().name()).isEqualTo("Ada, noise_0.3");
        assertThat(Fixture.lines(task))
                .containsExactly(
                        "s0000 2024-10-14T19:47:00Z : Tea, please.",
                        "s0000 2024-10-14T19:47:01Z assistant: Which?",
                        "s0001 2024-10-15T09:00:00Z Bob: Owls?",
                        "s0001 2024-10-15T09:00:01Z : Lovely.",
                        "s0002 2024-10-16T13:00:00Z purchase history: Owl book. All owls. Nest, Books, Birds");
        assertThat(task.items()).extracting(Item::categories).containsExactly(List.of("noise_0.3", "Preference"));
        assertThat(suite.skipped())
                .containsExactly(
                        entry("no evidence is named, or it is not in the documents", 1),
                        entry("subjective", 1),
                        entry("the person has no documents", 1));
    }

    @Test
    void personabench_anyOfTheDocumentsWithAFact_willDo() throws IOException {
        community("community_0", "community_0/private_data/noise_0.3");

        Task task =
                new PersonaBench().read(folder.resolve("community_0")).tasks().get(0);

        assertThat(Fixture.judged(task, 0, 3, 2)).isEqualTo(Map.of("recall@2", 0.5));
        assertThat(Fixture.judged(task, 0, 3, 0)).isEqualTo(Map.of("recall@2", 1.0));
        assertThat(Fixture.judged(task, 0, 4, 0)).isEqualTo(Map.of("recall@2", 1.0));
    }

    @Test
    void personabench_withoutCommunities_isRefused() {
        assertThatThrownBy(() -> new PersonaBench().read(folder))
                .hasMessage(
                        "expected in '%s' folders such as community_0 with eval_info/eval_info_all.json; found: nothing"
                                .formatted(folder));
    }

    @Test
    void personabench_withoutADocumentFile_isRefused() throws IOException {
        community("community_0", "elsewhere");

        assertThatThrownBy(() -> new PersonaBench().read(folder))
                .hasMessage("there is no file or folder '%s'"
                        .formatted(folder.resolve("community_0/private_data/noise_0.3")));
    }
}
