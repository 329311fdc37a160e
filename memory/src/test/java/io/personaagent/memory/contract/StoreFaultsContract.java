package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.BOB;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Stores} owes when many want something at once, when callers ask again, and when clocks jump. The profile {@code soak}
 * tries it more often.
 */
@Tag("fault")
public abstract class StoreFaultsContract {

    private static final int THREADS = 8;

    private Stores stores;
    private UserStore store;
    private EpisodeLog log;

    /** Stores that nobody has used yet. */
    protected abstract Stores newStores() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        stores = newStores();
        store = stores.open(ADA);
        log = store.episodes();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    void oneEpisode_sentManyTimesAtOnce_isKeptOnceAndHasOneReceipt() throws Exception {
        int times = Soak.times("retries", 500);
        Set<Receipt> receipts = new HashSet<>();
        int added = 0;
        for (List<Receipt> each : Threads.run(THREADS, thread -> IntStream.range(0, times / THREADS + 1)
                .mapToObj(i -> log.append(said("the-one", "once")))
                .toList())) {
            added += (int) each.stream().filter(Receipt::added).count();
            each.forEach(receipt -> receipts.add(new Receipt(receipt.id(), receipt.position(), true)));
        }

        assertThat(added).isEqualTo(1);
        assertThat(receipts).hasSize(1);
        assertThat(log.count()).isEqualTo(1);
        assertThat(log.end()).isEqualTo(1);
    }

    @Test
    void oneFeedback_sentManyTimesAtOnce_isKeptOnce() throws Exception {
        log.append(said("e1", "one"));

        List<Receipt> receipts =
                Threads.run(THREADS, thread -> log.add(new EpisodeId("e1"), Feedback.corrected("the other", NOON)));

        assertThat(receipts.stream().filter(Receipt::added)).hasSize(1);
        assertThat(receipts).extracting(Receipt::position).containsOnly(2L);
        assertThat(log.find(new EpisodeId("e1"))).get().satisfies(found -> assertThat(found.feedback())
                .hasSize(1));
    }

    @Test
    void oneId_forManyContentsAtOnce_goesToOne_andTheOthersAreConflicts() throws Exception {
        List<Boolean> kept = Threads.run(THREADS, thread -> {
            try {
                log.append(said("own-" + thread, "mine"));
                return log.append(said("contested", "by " + thread)).added();
            } catch (ConflictException another) {
                return false;
            }
        });

        assertThat(kept).containsOnlyOnce(true);
        assertThat(log.count()).isEqualTo(1 + THREADS);
        assertThat(log.find(new EpisodeId("contested"))).contains(said("contested", "by " + kept.indexOf(true)));
    }

    /** One busy person and many others, who all write, ask again, correct and read at once. */
    @Test
    void manyThreads_onOneBusyPersonAndManyOthers_loseNothing() throws Exception {
        int changes = Soak.times("changes", 150);
        List<UserStore> others = IntStream.range(0, 20)
                .mapToObj(i -> stores.open(new UserId("other" + i)))
                .toList();

        List<List<String>> written = Threads.run(THREADS, thread -> {
            List<String> mine = new ArrayList<>();
            Random random = new Random(thread);
            for (int i = 0; i < changes; i++) {
                String id = "t%d-%d".formatted(thread, i);
                mine.add(log.append(said(id, "busy " + i)).id().value());
                EpisodeId before = new EpisodeId(mine.get(random.nextInt(mine.size())));
                log.add(before, Feedback.good(NOON.plusSeconds(random.nextInt(3))));
                others.get(random.nextInt(others.size())).episodes().append(said(id, "elsewhere " + i));
                assertThat(log.find(before)).isPresent();
            }
            return mine;
        });

        List<LogEntry> entries = log.after(0, Integer.MAX_VALUE);
        assertThat(entries)
                .extracting(entry -> entry.episode().id().value())
                .containsAll(written.stream().flatMap(List::stream).toList());
        assertThat(entries)
                .extracting(LogEntry::position)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, entries.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(log.count()).isEqualTo((long) THREADS * changes);
        assertThat(others.stream().mapToLong(other -> other.episodes().count()).sum())
                .isEqualTo((long) THREADS * changes);
        others.forEach(other -> assertThat(other.check()).isEmpty());
        assertThat(store.check()).isEmpty();
        others.forEach(UserStore::close);
    }

    /** What consolidates reads, thinks for a while, and writes; meanwhile others derive too. */
    @Test
    void consolidation_againstOtherWriters_losesNoRecordAndBringsNoneBack() throws Exception {
        RecordStore records = store.records("owner");
        int each = 25;

        Threads.run(4, thread -> {
            for (int i = 0; i < each; i++) {
                boolean done = false;
                while (!done) {
                    long seen = records.cursor();
                    List<DerivedRecord> before = records.list("fact", "", 1000);
                    List<RecordKey> merged = before.stream()
                            .map(DerivedRecord::key)
                            .filter(key -> key.id().startsWith("sum"))
                            .toList();
                    Changes changes = Changes.remove(merged)
                            .and(Changes.put(
                                    fact("own-%d-%d".formatted(thread, i)), fact("sum-" + (before.size() + 1))));
                    done = records.applyIf(seen, seen + 1, changes);
                }
            }
            return true;
        });

        List<String> ids = records.list("fact", "", 1000).stream()
                .map(record -> record.key().id())
                .toList();
        assertThat(records.cursor()).isEqualTo(4L * each);
        assertThat(ids.stream().filter(id -> id.startsWith("own"))).hasSize(4 * each);
        assertThat(ids.stream().filter(id -> id.startsWith("sum"))).hasSize(1);
        assertThat(store.check()).isEmpty();
    }

    /** Frozen, back by an hour, a day, ten years, and forth as far, over the change to summer time and a leap second. */
    @Test
    void clocksThatJump_changeNeitherOrderNorContent() {
        List<Duration> jumps = List.of(
                Duration.ZERO,
                Duration.ofHours(-1),
                Duration.ofDays(-1),
                Duration.ofDays(-3650),
                Duration.ofDays(3650),
                Duration.ofMillis(-1));
        List<Instant> times = new ArrayList<>(List.of(
                Instant.parse("2026-03-29T00:59:59.999Z"),
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("2016-12-31T23:59:59.999Z"),
                Instant.EPOCH));
        jumps.forEach(jump -> times.add(NOON.plus(jump)));
        List<Episode> expected = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            Episode episode = at("e" + i, times.get(i));
            assertThat(log.append(episode).position()).isEqualTo(i + 1L);
            expected.add(episode);
        }

        assertThat(log.after(0, 100)).extracting(LogEntry::episode).containsExactlyElementsOf(expected);
        assertThat(log.latest(1)).containsExactly(expected.get(expected.size() - 1));
        assertThat(log.around(new EpisodeId("e3"), 1)).containsExactlyElementsOf(expected.subList(2, 5));
        assertThat(log.add(new EpisodeId("e0"), Feedback.good(NOON.minus(Duration.ofDays(3650))))
                        .position())
                .isEqualTo(times.size() + 1L);
        assertThat(log.append(at("e1", times.get(1))).added()).isFalse();
    }

    @Test
    void whatOnePersonWrites_changesNothingOfAnothers() {
        try (UserStore bobs = stores.open(BOB)) {
            bobs.episodes().append(said("e1", "Bob's"));
            bobs.records("owner").apply(Changes.put(fact("r1")));
            bobs.shelf("notes").put("k", "Bob's");
            List<LogEntry> before = bobs.episodes().after(0, 10);

            log.append(said("e1", "Ada's"));
            log.add(new EpisodeId("e1"), Feedback.good(NOON));
            store.records("owner").apply(Changes.put(fact("r2")));
            store.records("owner").clear();
            store.shelf("notes").put("k", "Ada's");

            assertThat(bobs.episodes().after(0, 10)).isEqualTo(before);
            assertThat(bobs.records("owner").list("fact", "", 10)).containsExactly(fact("r1"));
            assertThat(new TreeMap<>(bobs.shelf("notes").all(""))).containsExactly(Map.entry("k", "Bob's"));
        }
    }

    private static DerivedRecord fact(String id) {
        return DerivedRecord.of(new RecordKey("fact", id), "tea " + id, Set.of());
    }

    private static Episode at(String id, Instant time) {
        return new Episode(
                new EpisodeId(id), new Occasion("s1", time, time), Exchange.said("", "at " + time), Provenance.CHAT);
    }
}
