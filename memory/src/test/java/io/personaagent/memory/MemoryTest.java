package io.personaagent.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Lent LENT = Lent.of(HashingEmbedder.embedder(), Clock.fixed(NOW, ZoneOffset.UTC));

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final Faulty faulty = new Faulty();

    @Test
    void retain_letsTheBackendRecallIt() {
        try (Memory memory = new Memory(store, new LexicalProvider(), LENT)) {
            memory.retain(episode("e1", "I like tea."));

            assertThat(memory.recall(RecallQuery.about("tea", NOW)))
                    .extracting(Recollection::text)
                    .containsExactly("I like tea.");
            assertThat(memory.stats()).isEqualTo(new MemoryStats(1, Map.of("said", 1L), 0, 1, 1));
            assertThat(memory.backendName()).isEqualTo("lexical");
        }
    }

    @Test
    void feedback_reachesTheBackend() {
        Memory memory = new Memory(store, new LexicalProvider(), LENT);
        memory.retain(episode("e1", "What do I drink?"));
        memory.feedback(new EpisodeId("e1"), Feedback.corrected("Coffee.", NOW));

        assertThat(memory.recall(RecallQuery.about("coffee", NOW)))
                .extracting(Recollection::text)
                .containsExactly("Coffee.");
    }

    @Test
    void retain_whereTheBackendFails_keepsTheEpisodeAndCatchesUpLater() {
        Memory memory = new Memory(store, faulty, LENT);
        faulty.broken = true;
        memory.retain(episode("e1", "I like tea."));
        assertThat(store.episodes().count()).isEqualTo(1);
        assertThat(memory.stats().absorbed()).isZero();

        faulty.broken = false;
        memory.retain(episode("e2", "I like rum."));

        assertThat(faulty.absorbed).containsExactly("e1", "e2");
        assertThat(memory.stats().absorbed()).isEqualTo(memory.stats().end());
    }

    @Test
    void recall_whereTheBackendFails_saysSo() {
        Memory memory = new Memory(store, faulty, LENT);
        faulty.broken = true;

        assertThatThrownBy(() -> memory.recall(RecallQuery.about("tea", NOW)))
                .isInstanceOf(MemoryException.class)
                .hasMessage("memory backend 'faulty' could not recall: java.lang.IllegalStateException: broken;"
                        + " what was said is safe in the log");
    }

    @Test
    void catchUp_goesOnWhereItStopped() {
        store.episodes()
                .appendAll(IntStream.range(0, 600)
                        .mapToObj(at -> episode("e" + at, "Cup number " + at))
                        .toList());
        faulty.failAfter = 300;
        Memory first = new Memory(store, faulty, LENT);
        assertThatThrownBy(() -> first.catchUp(Progress.none())).hasMessage("broken");
        int before = faulty.absorbed.size();
        faulty.failAfter = Integer.MAX_VALUE;
        List<Long> heard = new ArrayList<>();

        new Memory(store, faulty, LENT).catchUp((done, all) -> heard.add(done));

        assertThat(before).isEqualTo(256);
        assertThat(faulty.absorbed).hasSize(600).doesNotHaveDuplicates();
        assertThat(heard).isSorted().endsWith(600L);
    }

    private static Episode episode(String id, String said) {
        return new Episode(new EpisodeId(id), new Occasion("s1", NOW, NOW), Exchange.said("", said), Provenance.CHAT);
    }

    /** A backend that breaks when it is told to. */
    private static final class Faulty implements MemoryProvider, MemoryBackend {

        private final List<String> absorbed = new ArrayList<>();
        private boolean broken;
        private int failAfter = Integer.MAX_VALUE;

        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public MemoryBackend open(MemoryContext context) {
            return this;
        }

        @Override
        public void absorb(List<Episode> episodes) {
            if (broken || absorbed.size() + episodes.size() > failAfter) {
                throw new IllegalStateException("broken");
            }
            episodes.forEach(each -> absorbed.add(each.id().value()));
        }

        @Override
        public List<Recollection> recall(RecallQuery query) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void reflect(Budget budget) {
            assertThat(budget.time()).isEqualTo(Duration.ZERO);
        }

        @Override
        public void close() {}
    }
}
