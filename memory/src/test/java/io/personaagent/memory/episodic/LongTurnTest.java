package io.personaagent.memory.episodic;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With the real embedding model, which reads no more than the beginning of a long message. */
class LongTurnTest {

    private static final Embedder EMBEDDER = new OnnxEmbedder(Path.of("target/native")).embedder();
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final EpisodeId LONG = new EpisodeId("long");
    private static final String REPORT =
            "The quarterly report of the harbour office lists cranes, tides, wages and repairs in great detail. ";
    private static final String NEWS = "By the way, my physician told me to stop drinking coffee, because of my heart. "
            + "Instead of espresso I now have herbal tea after breakfast. "
            + "She also wants me to come back in June, so that she can take my blood pressure again.";
    private static final String MESSAGE = REPORT.repeat(50) + NEWS;
    private static final String QUESTION = "What did my doctor forbid me to drink?";

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final MemoryBackend backend =
            new EpisodicSemanticProvider().open(new LentContext(store, EpisodicSemanticProvider.NAME, EMBEDDER));

    @Test
    void recall_findsWhatStandsAtTheEndOfALongMessage() {
        keep(episode(LONG.value(), MESSAGE));
        keep(episode("e2", "The harbour office is closed on Mondays."));
        keep(episode("e3", "I repaired the old crane with my brother."));

        List<Recollection> found = recall(QUESTION);

        assertThat(found).extracting(Recollection::text).startsWith(MESSAGE);
        double whole = EMBEDDER.query(QUESTION).cosine(EMBEDDER.passage(MESSAGE));
        assertThat(found.get(0).score().parts()).anySatisfy(part -> {
            assertThat(part.channel()).isEqualTo("dense");
            assertThat(part.value()).isGreaterThan(whole + 0.05);
        });
    }

    @Test
    void recall_withTheLongMessageHidden_doesNotFindItsParts() {
        keep(episode(LONG.value(), MESSAGE));

        assertThat(backend.recall(RecallQuery.about(QUESTION, NOON).hiding(Set.of(LONG))))
                .isEmpty();
    }

    @Test
    void absorb_ofAShortMessage_makesNoParts() {
        keep(episode("e1", REPORT));

        assertThat(parts()).isEmpty();
    }

    @Test
    void absorb_again_changesNothing() {
        keep(episode(LONG.value(), MESSAGE));
        List<DerivedRecord> before = parts();

        backend.absorb(List.of(store.episodes().find(LONG).orElseThrow()));

        assertThat(before).hasSize(8);
        assertThat(parts()).isEqualTo(before);
    }

    @Test
    void absorb_withALongCorrection_keepsPartsAsLongAsItHolds() {
        keep(episode("asked", "What may I drink?"));
        correct(Feedback.corrected(MESSAGE, NOON.plusSeconds(60)));
        assertThat(recall(QUESTION)).extracting(Recollection::text).startsWith(MESSAGE);

        correct(Feedback.corrected(MESSAGE.substring(3_500), NOON.plusSeconds(120)));
        assertThat(parts()).hasSize(3);

        correct(Feedback.good(NOON.plusSeconds(180)));
        assertThat(parts()).isEmpty();
    }

    @Test
    void forgetting_leavesNoPart() {
        keep(episode(LONG.value(), MESSAGE));

        Forgetting forgetting = store.forgetting();
        forgetting.remove(forgetting.begin(Set.of(LONG)).number(), Progress.none());

        assertThat(parts()).isEmpty();
        assertThat(recall(QUESTION)).isEmpty();
    }

    private void keep(Episode episode) {
        store.episodes().append(episode);
        backend.absorb(List.of(episode));
    }

    private void correct(Feedback feedback) {
        store.episodes().add(new EpisodeId("asked"), feedback);
        backend.absorb(List.of(store.episodes().find(new EpisodeId("asked")).orElseThrow()));
    }

    private List<Recollection> recall(String about) {
        return backend.recall(RecallQuery.about(about, NOON.plusSeconds(3_600)));
    }

    private List<DerivedRecord> parts() {
        return store.records(EpisodicSemanticProvider.NAME).list(Part.KIND, "", 100);
    }

    private static Episode episode(String id, String query) {
        return new Episode(new EpisodeId(id), new Occasion("s", NOON, NOON), Exchange.said("", query), Provenance.CHAT);
    }
}
