package io.personaagent.memory.episodic;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.UserStore;
import org.junit.jupiter.api.Test;

/** An embedder that fails for a while. */
class WithoutEmbedderTest {

    private final UserStore store = new InMemoryStores().open(ADA);
    private final HashingEmbedder model = new HashingEmbedder();
    private boolean broken;

    private final Embedder embedder = new Embedder(
            "sometimes",
            () -> {
                if (broken) {
                    throw new IllegalStateException("unplugged");
                }
                return model;
            },
            "");

    private final Memory memory = new Memory(store, new EpisodicSemanticProvider(), Lent.of(embedder, CLOCK));

    @Test
    void recall_goesByWords_alsoToWhatWasSaidMeanwhile() {
        memory.retain(said("e1", "My sister lives in Kyoto."));
        broken = true;
        memory.retain(said("e2", "My brother lives in Oslo."));

        assertThat(memory.recall(RecallQuery.about("Where does my brother live?", NOON)))
                .first()
                .satisfies(found -> {
                    assertThat(found.text()).isEqualTo("My brother lives in Oslo.");
                    assertThat(found.score().parts())
                            .noneMatch(part -> part.channel().startsWith("dense"));
                });
        assertThat(memory.recall(RecallQuery.about("quarterly zeppelin maintenance", NOON)))
                .isEmpty();
        assertThat(memory.trouble()).isEqualTo("the embedder failed: unplugged");
        assertThat(memory.stats().absorbed()).isEqualTo(1);
    }

    @Test
    void whatWasSaidMeanwhile_getsItsVectorsLater() {
        broken = true;
        memory.retain(said("e1", "My sister lives in Kyoto."));
        broken = false;

        assertThat(memory.recall(RecallQuery.about("Where does my sister live?", NOON)))
                .extracting(Recollection::text)
                .containsExactly("My sister lives in Kyoto.");
        assertThat(store.records(EpisodicSemanticProvider.NAME).list("turn", "", 10))
                .allMatch(record -> record.vector().model().equals("sometimes"));
        assertThat(memory.trouble()).isEmpty();
        assertThat(memory.stats().absorbed()).isEqualTo(1);
    }
}
