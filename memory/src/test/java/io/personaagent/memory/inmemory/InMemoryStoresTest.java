package io.personaagent.memory.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is particular to this store; what every store owes stands in the contracts. */
class InMemoryStoresTest {

    private static final Instant DAY = Instant.parse("2026-05-01T10:00:00Z");

    private final InMemoryStores stores = new InMemoryStores();
    private final UserStore store = stores.open(new UserId("ada"));

    @Test
    void open_givesWhatWasKeptBeforeItWasClosed() {
        store.episodes().append(episode("e1", "Tea at noon.", DAY));
        store.close();

        assertThat(stores.open(new UserId("ada")).episodes().count()).isEqualTo(1);
        assertThat(stores.open(new UserId("ben")).episodes().count()).isZero();
        assertThat(stores.users()).containsExactly(new UserId("ada"), new UserId("ben"));
    }

    @Test
    void append_ofTheSameRecordedLater_isAddedOnce() {
        EpisodeLog log = store.episodes();
        Receipt first = log.append(episode("e1", "Tea at noon.", DAY));
        Receipt second = log.append(episode("e1", "Tea at noon.", DAY.plusSeconds(60)));

        assertThat(first.added()).isTrue();
        assertThat(second).isEqualTo(new Receipt(new EpisodeId("e1"), first.position(), false));
        assertThat(log.count()).isEqualTo(1);
    }

    @Test
    void appendAll_withAConflict_keepsNone() {
        EpisodeLog log = store.episodes();

        assertThatThrownBy(() -> log.appendAll(
                        List.of(episode("e1", "Tea.", DAY), episode("e2", "Café.", DAY), episode("e1", "Rum.", DAY))))
                .isInstanceOf(ConflictException.class)
                .hasMessage("episode 'e1' exists with another content; a new episode needs an id of its own");
        assertThat(log.count()).isZero();
    }

    @Test
    void add_putsTheEpisodeOnceMoreAtTheEnd() {
        EpisodeLog log = store.episodes();
        log.append(episode("e1", "Tea.", DAY));
        log.append(episode("e2", "你好", DAY));
        Receipt receipt = log.add(new EpisodeId("e1"), Feedback.good(DAY));
        Receipt again = log.add(new EpisodeId("e1"), Feedback.good(DAY));

        assertThat(receipt.position()).isEqualTo(log.end()).isGreaterThan(2);
        assertThat(again).isEqualTo(new Receipt(new EpisodeId("e1"), receipt.position(), false));
        assertThat(log.after(0, 10))
                .extracting(LogEntry::episode)
                .extracting(Episode::id, each -> each.feedback().size())
                .containsExactly(
                        tuple(new EpisodeId("e1"), 1), tuple(new EpisodeId("e2"), 0), tuple(new EpisodeId("e1"), 1));
        assertThat(log.latest(2)).extracting(each -> each.id().value()).containsExactly("e2", "e1");
    }

    @Test
    void matching_scoresByBm25() {
        RecordStore records = store.records("test");
        records.apply(Changes.put(
                record("a", "green tea"),
                record("b", "black coffee with milk"),
                record("c", "coffee"),
                record("d", "")));

        List<Hit> found = records.matching("turn", "Coffee, please", 10);

        // N = 4, n = 2: the inverse document frequency is ln(1) = 0, so its floor; the mean length is 1.5.
        assertThat(found).extracting(hit -> hit.key().id()).containsExactly("c", "b");
        assertThat(found.get(0).score()).isCloseTo(1e-6 * 2.2 / (1 + 1.2 * (0.25 + 0.75 / 1.5)), within(1e-12));
        assertThat(records.matching("turn", "the", 10)).isEmpty();
    }

    @Test
    void apply_thatReplacesARecord_forgetsItsFormerText() {
        RecordStore records = store.records("test");
        records.apply(Changes.put(record("a", "green tea")));
        records.apply(Changes.put(record("a", "black coffee")));

        assertThat(records.matching("turn", "tea", 10)).isEmpty();
        assertThat(records.matching("turn", "coffee", 10)).hasSize(1);
        records.apply(Changes.remove(List.of(new RecordKey("turn", "a"))));
        assertThat(records.matching("turn", "coffee", 10)).isEmpty();
        assertThat(records.kinds()).isEmpty();
    }

    @Test
    void applyIf_withTheCursorMoved_changesNothing() {
        RecordStore records = store.records("test");

        assertThat(records.applyIf(0, 5, Changes.put(record("a", "tea")))).isTrue();
        assertThat(records.applyIf(0, 6, Changes.put(record("b", "tea")))).isFalse();
        assertThat(records.cursor()).isEqualTo(5);
        assertThat(records.count("turn")).isEqualTo(1);
    }

    @Test
    void shelf_refusesWhatIsTooLong() {
        assertThatThrownBy(() -> store.shelf("notes").put("", "x"))
                .hasMessage("a shelf key has 0 characters; it must have 1 to 200");
        assertThatThrownBy(() -> store.shelf("notes").put("k", "é".repeat(600_000)))
                .hasMessage("the value of shelf key 'k' takes 1200000 bytes; at most 1048576 are kept");
    }

    private static DerivedRecord record(String id, String text) {
        return DerivedRecord.of(new RecordKey("turn", id), text, Set.of(new EpisodeId("e1")));
    }

    private static Episode episode(String id, String said, Instant recorded) {
        return new Episode(
                new EpisodeId(id), new Occasion("s1", DAY, recorded), Exchange.said("", said), Provenance.CHAT);
    }
}
