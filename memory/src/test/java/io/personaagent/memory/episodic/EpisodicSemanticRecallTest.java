package io.personaagent.memory.episodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.personaagent.memory.contract.LentContext;
import io.personaagent.memory.embed.OnnxEmbedder;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the real embedding model: what a newcomer experiences. */
class EpisodicSemanticRecallTest {

    private static final Embedder EMBEDDER = new OnnxEmbedder(Path.of("target/native")).embedder();
    private static final Instant DAY_1 = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-05-02T10:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2026-05-03T10:00:00Z");

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final MemoryBackend backend =
            new EpisodicSemanticProvider().open(new LentContext(store, EpisodicSemanticProvider.NAME, EMBEDDER));

    @Test
    void recall_afterACorrection_givesTheCorrectionBeforeTheOldStatement() {
        keep(episode("told", "s1", DAY_1, "My sister's birthday is on 14 May", "Noted."));
        keep(episode("asked", "s2", DAY_2, "When is my sister's birthday?", "On 14 May."));
        correct("asked", Feedback.corrected("It is on 15 May", DAY_3));

        List<Recollection> found = recall("When is my sister's birthday?");

        assertThat(found)
                .extracting(Recollection::text)
                .startsWith("It is on 15 May", "My sister's birthday is on 14 May");
        assertThat(found.get(0).source())
                .isEqualTo(new Source(Source.Kind.CORRECTION, "", DAY_3, List.of(new EpisodeId("asked"))));
        assertThat(part(found.get(0), "confidence")).isGreaterThan(0.8);
    }

    @Test
    void recall_whereTheAnswerWasGoodAfterAll_forgetsTheCorrection() {
        keep(episode("asked", "s2", DAY_2, "When is my sister's birthday?", "On 14 May."));
        correct("asked", Feedback.corrected("It is on 15 May", DAY_3));
        correct("asked", Feedback.good(DAY_3.plusSeconds(60)));

        assertThat(recall("When is my sister's birthday?"))
                .extracting(each -> each.source().kind())
                .containsExactly(Source.Kind.QUESTION);
    }

    @Test
    void recall_putsTheAnswerBeforeTheSameQuestion() {
        keep(episode("asked", "s1", DAY_1, "Where do I live?", "I don't know."));
        keep(episode("told", "s2", DAY_2, "I live in Rotterdam.", ""));

        List<Recollection> found = recall("Where do I live?");

        assertThat(found).extracting(Recollection::text).startsWith("I live in Rotterdam.");
        assertThat(found.get(1).source().kind()).isEqualTo(Source.Kind.QUESTION);
    }

    @Test
    void recall_ofWhatChanged_putsTheLaterFirst() {
        keep(episode("old", "s1", DAY_1, "I live in Rotterdam.", ""));
        keep(episode("new", "s2", DAY_3.plusSeconds(86_400L * 60), "I live in Utrecht.", ""));

        assertThat(backend.recall(RecallQuery.about("Where do I live?", DAY_3.plusSeconds(86_400L * 61))))
                .extracting(Recollection::text)
                .startsWith("I live in Utrecht.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My sister's birthday is on 14 May | What is my dog's name?",
                "My sister's birthday is on 14 May | Which sport do I play?",
                "I like green tea in the morning | When does my train leave?",
                "Our dog is called Rex | What is the capital of France?",
                "I work at the harbour as a crane operator | Who is my best friend?"
            })
    void recall_ofSomethingElseInAMemoryOfOne_isEmpty(String told, String asked) {
        keep(episode("told", "s1", DAY_1, told, ""));

        assertThat(recall(asked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My sister's birthday is on 14 May | When was my sister born?",
                "I like green tea in the morning | What do I drink in the morning?",
                "Our dog is called Rex | What is my dog's name?",
                "I work at the harbour as a crane operator | What is my job?",
                "I live in Rotterdam | Where do I live?",
                "我妹妹的生日是五月十四日 | 我妹妹的生日是什么时候？"
            })
    void recall_ofWhatWasSaidInAMemoryOfOne_findsIt(String told, String asked) {
        keep(episode("told", "s1", DAY_1, told, ""));

        assertThat(recall(asked)).extracting(Recollection::text).containsExactly(told);
    }

    @Test
    void recall_neverFindsWhatOnlyTheAgentSaid() {
        keep(episode("e1", "s1", DAY_1, "Tell me something.", "Zeppelins were filled with hydrogen."));

        assertThat(recall("zeppelins hydrogen")).isEmpty();
    }

    @Test
    void recall_withABudget_leavesOutWhatDoesNotFitWhole() {
        keep(episode("e1", "s1", DAY_1, "I like green tea, and most of all the one from the shop at the harbour.", ""));
        keep(episode("e2", "s2", DAY_1, "I like black tea.", ""));

        assertThat(backend.recall(
                        RecallQuery.about("Which tea do I like?", DAY_2).tokens(10)))
                .extracting(Recollection::text)
                .containsExactly("I like black tea.");
    }

    @Test
    void absorb_keepsOfALongNeighbourWhatStandsBesideTheTurn() {
        keep(episode("e1", "s1", DAY_1, "far ".repeat(500) + "near the end", ""));
        keep(episode("e2", "s1", DAY_1, "I like tea.", ""));
        keep(episode("e3", "s1", DAY_1, "near the beginning" + " far".repeat(500), ""));

        String context = store.records(EpisodicSemanticProvider.NAME)
                .find(Context.key("e2"))
                .orElseThrow()
                .text();

        assertThat(context)
                .contains("near the end\nI like tea.\nnear the beginning")
                .hasSize(300 + 1 + 11 + 1 + 300);
    }

    @Test
    void recall_explainsItself() {
        keep(episode("e1", "s1", DAY_1, "I like green tea.", ""));

        assertThat(recall("Do I like green tea?").get(0).score().parts())
                .extracting(Score.Part::channel)
                .containsExactly(
                        "dense",
                        "dense-context",
                        "lexical",
                        "lexical-context",
                        "neighbours",
                        "answers",
                        "speaker",
                        "kind",
                        "substance",
                        "recency",
                        "time",
                        "confidence");
    }

    @Test
    void absorb_keepsEachTurnByItselfAndBetweenItsNeighbours() {
        keep(episode("e1", "s1", DAY_1, "I have got a dog.", "Nice!"));
        keep(episode("e2", "s1", DAY_1, "He is called Rex.", "Good name."));
        keep(episode("e3", "s2", DAY_2, "I like tea.", ""));

        assertThat(store.records(EpisodicSemanticProvider.NAME).list(Context.KIND, "", 10))
                .extracting(DerivedRecord::text, each -> each.evidence().size())
                .containsExactly(
                        tuple("I have got a dog.\nHe is called Rex.", 2),
                        tuple("I have got a dog.\nHe is called Rex.", 2),
                        tuple("I like tea.", 1));
        assertThat(store.records(EpisodicSemanticProvider.NAME).list(Turn.KIND, "", 10))
                .extracting(DerivedRecord::text)
                .containsExactly("I have got a dog.", "He is called Rex.", "I like tea.");
    }

    @Test
    void open_refusesAnUnusableSetting() {
        assertThatThrownBy(() -> Tuning.of(Map.of("floor", "high")))
                .hasMessage("setting 'floor' of memory episodic-semantic is 'high'; it must be a number from 0 to 1");
        assertThatThrownBy(() -> Tuning.of(Map.of("pool", "1")))
                .hasMessage("setting 'pool' of memory episodic-semantic is '1'; it must be a number from 10 to 100000");
    }

    private void keep(Episode episode) {
        store.episodes().append(episode);
        backend.absorb(List.of(episode));
    }

    private void correct(String id, Feedback feedback) {
        store.episodes().add(new EpisodeId(id), feedback);
        backend.absorb(List.of(store.episodes().find(new EpisodeId(id)).orElseThrow()));
    }

    private List<Recollection> recall(String about) {
        return backend.recall(RecallQuery.about(about, DAY_3.plusSeconds(3600)));
    }

    private static double part(Recollection found, String channel) {
        return found.score().parts().stream()
                .filter(part -> part.channel().equals(channel))
                .mapToDouble(Score.Part::value)
                .findFirst()
                .orElseThrow();
    }

    private static Episode episode(String id, String session, Instant when, String query, String reply) {
        return new Episode(
                new EpisodeId(id),
                new Occasion(session, when, when),
                new Exchange("", query, List.of(), reply),
                Provenance.CHAT);
    }
}
