package io.personaagent.memory.locomo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.personaagent.memory.contract.LentContext;
import io.personaagent.memory.embed.OnnxEmbedder;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recall on real conversations. {@code -Dlocomo.conversations=5} asks all five; the first one alone is quick. */
class LocomoRecallTest {

    private static final int CONVERSATIONS = Integer.getInteger("locomo.conversations", 1);

    private final Embedder embedder = new OnnxEmbedder(Path.of("target/native")).embedder();
    private final EpisodicSemanticProvider provider = new EpisodicSemanticProvider();

    @BeforeAll
    static void needsTheData() {
        assumeTrue(Files.exists(LocomoEpisodes.file()), () -> "skipped: LoCoMo is not at " + LocomoEpisodes.file());
    }

    @Test
    void recall_findsTheEvidence() {
        List<LocomoEpisodes.Conversation> all = LocomoEpisodes.read(LocomoEpisodes.file());
        LocomoRecall recall = new LocomoRecall();
        long absorbed = 0;
        long nanos = 0;
        for (LocomoEpisodes.Conversation conversation : all.subList(0, CONVERSATIONS)) {
            UserStore store = new InMemoryStores().open(new UserId(conversation.name()));
            List<Episode> episodes = conversation.episodes();
            store.episodes().appendAll(episodes);
            MemoryBackend backend = provider.open(new LentContext(store, provider.name(), embedder));
            long start = System.nanoTime();
            backend.absorb(episodes);
            nanos += System.nanoTime() - start;
            absorbed += episodes.size();
            recall.ask(backend, conversation);
        }
        System.out.printf("%s%nabsorbed %d turns, %.1f ms each%n", recall, absorbed, nanos / 1e6 / absorbed);

        assertThat(recall.at(5)).isGreaterThan(0.74);
        assertThat(recall.at(10)).isGreaterThan(0.82);
        assertThat(recall.at(25)).isGreaterThan(0.88);
        assertThat(recall.at(50)).isGreaterThan(0.92);
    }
}
