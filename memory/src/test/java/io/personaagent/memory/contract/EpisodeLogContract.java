package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.BOB;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.full;
import static io.personaagent.memory.contract.TestEpisodes.happened;
import static io.personaagent.memory.contract.TestEpisodes.inSession;
import static io.personaagent.memory.contract.TestEpisodes.recordedLater;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static io.personaagent.memory.contract.TestEpisodes.several;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UnknownEpisodeException;
import io.personaagent.memory.spi.UserStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link EpisodeLog} and {@link Stores} owes. */
public abstract class EpisodeLogContract {

    private static final Feedback GOOD = Feedback.good(NOON);
    private static final Feedback CORRECTED = Feedback.corrected("the other one", NOON.plusSeconds(1));

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
    void emptyLog_hasNothing() {
        assertThat(log.count()).isZero();
        assertThat(log.end()).isZero();
        assertThat(log.latest(5)).isEmpty();
        assertThat(log.after(0, 5)).isEmpty();
        assertThat(log.find(new EpisodeId("e1"))).isEmpty();
    }

    @Test
    void append_keepsEveryField() {
        Episode episode = full("e1");

        Receipt receipt = log.append(episode);

        assertThat(receipt.id()).isEqualTo(episode.id());
        assertThat(receipt.added()).isTrue();
        assertThat(receipt.position()).isPositive().isEqualTo(log.end());
        assertThat(log.find(episode.id())).contains(episode);
    }

    @Test
    void append_survivesClosing() {
        log.appendAll(List.of(full("e1"), said("e2", "two")));
        log.add(new EpisodeId("e2"), GOOD);
        List<LogEntry> before = log.after(0, 10);
        store.close();

        store = stores.open(ADA);

        assertThat(store.episodes().after(0, 10)).isEqualTo(before).hasSize(3);
    }

    @Test
    void append_sameEpisodeAgain_returnsTheFirstReceiptAsNotAdded() {
        Receipt first = log.append(full("e1"));
        log.append(said("e2", "two"));

        Receipt again = log.append(recordedLater(full("e1")));

        assertThat(again).isEqualTo(new Receipt(new EpisodeId("e1"), first.position(), false));
        assertThat(log.count()).isEqualTo(2);
        assertThat(log.find(new EpisodeId("e1"))).contains(full("e1"));
    }

    @Test
    void append_sameEpisodeAfterFeedback_isNotAddedAndKeepsTheFeedback() {
        Receipt first = log.append(said("e1", "one"));
        log.add(new EpisodeId("e1"), GOOD);

        assertThat(log.append(said("e1", "one"))).isEqualTo(new Receipt(first.id(), first.position(), false));
        assertThat(log.find(new EpisodeId("e1"))).contains(said("e1", "one").with(GOOD));
    }

    @Test
    void append_otherContentUnderTheSameId_isAConflictAndChangesNothing() {
        log.append(said("e1", "one"));

        assertThatThrownBy(() -> log.append(said("e1", "another")))
                .isInstanceOf(ConflictException.class)
                .hasMessage("episode 'e1' exists with another content; a new episode needs an id of its own");
        assertThatThrownBy(() -> log.append(inSession("s2", "e1", "one"))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> log.append(said("e1", "one").with(GOOD))).isInstanceOf(ConflictException.class);
        assertThat(log.after(0, 10)).extracting(LogEntry::episode).containsExactly(said("e1", "one"));
    }

    @Test
    void appendAll_returnsAReceiptForEachInTheSameOrder() {
        log.append(said("e2", "two"));

        List<Receipt> receipts =
                log.appendAll(List.of(said("e1", "one"), said("e2", "two"), said("e3", "three"), said("e1", "one")));

        assertThat(receipts).extracting(receipt -> receipt.id().value()).containsExactly("e1", "e2", "e3", "e1");
        assertThat(receipts).extracting(Receipt::added).containsExactly(true, false, true, false);
        assertThat(receipts.get(3).position()).isEqualTo(receipts.get(0).position());
        assertThat(log.count()).isEqualTo(3);
    }

    @Test
    void appendAll_ofNothing_returnsNothing() {
        assertThat(log.appendAll(List.of())).isEmpty();
        assertThat(log.end()).isZero();
    }

    @Test
    void appendAll_withAConflict_appendsNone() {
        log.append(said("e2", "two"));
        long end = log.end();

        assertThatThrownBy(() -> log.appendAll(List.of(said("e1", "one"), said("e2", "not two"), said("e3", "three"))))
                .isInstanceOf(ConflictException.class);

        assertThat(log.end()).isEqualTo(end);
        assertThat(log.find(new EpisodeId("e1"))).isEmpty();
        assertThat(log.count()).isEqualTo(1);
    }

    @Test
    void appendAll_withAConflictInItself_appendsNone() {
        assertThatThrownBy(() -> log.appendAll(List.of(said("e1", "one"), said("e1", "not one"))))
                .isInstanceOf(ConflictException.class);

        assertThat(log.count()).isZero();
    }

    @Test
    void add_putsTheEpisodeOnceMoreAtTheFeedbacksPosition() {
        log.append(said("e1", "one"));
        log.append(said("e2", "two"));
        long before = log.end();

        Receipt receipt = log.add(new EpisodeId("e1"), CORRECTED);

        Episode corrected = said("e1", "one").with(CORRECTED);
        assertThat(receipt.added()).isTrue();
        assertThat(receipt.position()).isGreaterThan(before).isEqualTo(log.end());
        assertThat(log.after(before, 10)).containsExactly(new LogEntry(receipt.position(), corrected));
        assertThat(log.after(0, 10))
                .extracting(LogEntry::episode)
                .containsExactly(corrected, said("e2", "two"), corrected);
        assertThat(log.count()).isEqualTo(2);
    }

    @Test
    void add_sameFeedbackTwice_keepsItOnce() {
        log.append(said("e1", "one"));
        Receipt first = log.add(new EpisodeId("e1"), GOOD);
        log.add(new EpisodeId("e1"), CORRECTED);

        Receipt again = log.add(new EpisodeId("e1"), GOOD);

        assertThat(again).isEqualTo(new Receipt(first.id(), first.position(), false));
        assertThat(log.find(first.id())).map(Episode::feedback).contains(List.of(GOOD, CORRECTED));
    }

    @Test
    void add_feedbackThatCameWithTheEpisode_isNotAdded() {
        Receipt appended = log.append(said("e1", "one").with(GOOD));

        Receipt again = log.add(appended.id(), GOOD);

        assertThat(again).isEqualTo(new Receipt(appended.id(), appended.position(), false));
        assertThat(log.after(0, 10)).hasSize(1);
    }

    @Test
    void add_toAnUnknownEpisode_isRefused() {
        assertThatThrownBy(() -> log.add(new EpisodeId("nobody"), GOOD))
                .isInstanceOf(UnknownEpisodeException.class)
                .hasMessage("there is no episode 'nobody'");
        assertThat(log.end()).isZero();
    }

    @Test
    void after_goesThroughTheLogInOrder() {
        log.appendAll(several("e", 7));
        log.add(new EpisodeId("e-2"), GOOD);
        List<String> seen = new ArrayList<>();
        List<Long> positions = new ArrayList<>(List.of(0L));

        for (List<LogEntry> page = log.after(0, 3); !page.isEmpty(); page = log.after(last(positions), 3)) {
            page.forEach(entry -> seen.add(entry.episode().id().value()));
            page.forEach(entry -> positions.add(entry.position()));
        }

        assertThat(seen).containsExactly("e-0", "e-1", "e-2", "e-3", "e-4", "e-5", "e-6", "e-2");
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        assertThat(last(positions)).isEqualTo(log.end());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void after_withALimitBelowOne_isRefused(int limit) {
        assertThatThrownBy(() -> log.after(0, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is %d, but must be at least 1".formatted(limit));
    }

    @Test
    void latest_returnsTheNewestFirst() {
        log.appendAll(several("e", 5));
        log.add(new EpisodeId("e-0"), GOOD);

        assertThat(log.latest(2)).extracting(e -> e.id().value()).containsExactly("e-4", "e-3");
        assertThat(log.latest(Integer.MAX_VALUE)).hasSize(5);
    }

    @Test
    void between_returnsWhatHappenedInTheTime_theLatestFirst() {
        for (int hour : List.of(3, 1, 2, 4, 2)) {
            log.append(happened("h%d-%d".formatted(hour, log.count()), NOON.plusSeconds(3600L * hour)));
        }

        assertThat(ids(log.between(NOON.plusSeconds(3600), NOON.plusSeconds(4 * 3600), 10)))
                .containsExactly("h3-0", "h2-4", "h2-2", "h1-1");
        assertThat(ids(log.between(NOON.plusSeconds(3600), NOON.plusSeconds(4 * 3600), 2)))
                .containsExactly("h3-0", "h2-4");
        assertThat(log.between(NOON, NOON.plusSeconds(3600), 10)).isEmpty();
    }

    @Test
    void between_withALimitBelowOne_isRefused() {
        assertThatThrownBy(() -> log.between(NOON, NOON, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 0, but must be at least 1");
    }

    @Test
    void around_staysWithinTheSession() {
        for (int i = 0; i < 5; i++) {
            log.append(inSession("mine", "m" + i, "mine"));
            log.append(inSession("other", "o" + i, "other"));
        }

        assertThat(ids(log.around(new EpisodeId("m2"), 1))).containsExactly("m1", "m2", "m3");
        assertThat(ids(log.around(new EpisodeId("m0"), 2))).containsExactly("m0", "m1", "m2");
        assertThat(ids(log.around(new EpisodeId("m4"), Integer.MAX_VALUE)))
                .containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(ids(log.around(new EpisodeId("o3"), 0))).containsExactly("o3");
    }

    @Test
    void around_anUnknownEpisode_isEmpty() {
        log.append(said("e1", "one"));

        assertThat(log.around(new EpisodeId("nobody"), 3)).isEmpty();
    }

    @Test
    void logs_ofTwoPeople_areApart() {
        try (UserStore bobs = stores.open(BOB)) {
            log.append(said("e1", "Ada's"));
            bobs.episodes().append(said("e1", "Bob's"));

            assertThat(bobs.episodes().find(new EpisodeId("e1"))).contains(said("e1", "Bob's"));
            assertThat(log.find(new EpisodeId("e1"))).contains(said("e1", "Ada's"));
            assertThat(bobs.episodes().count()).isEqualTo(1);
            assertThat(bobs.user()).isEqualTo(BOB);
            assertThat(stores.users()).containsExactly(ADA, BOB);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nul \0 inside",
                "lone \uD800 high and \uDC00 low",
                "cafe\u0301",
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family",
                "\u4eca\u5929\u5929\u6c14\u600e\u4e48\u6837",
                "\u0645\u0631\u062d\u0628\u0627 \u202bworld\u202c",
                "\uFFFE\uFFFF\u0001\u001F\r\n",
                "'; DROP TABLE episode; --"
            })
    void append_keepsTextOfAnyScript(String text) {
        Episode episode = inSession(text, "e1", text);

        log.append(episode);

        assertThat(log.find(episode.id())).contains(episode);
        assertThat(log.around(episode.id(), 1)).containsExactly(episode);
        assertThat(log.append(episode).added()).isFalse();
    }

    @Test
    void append_keepsAMegabyteOfText() {
        Episode episode = said("big", "e\u0301\u4e2d\uD83D\uDE00x".repeat(1 << 18));

        log.append(episode);

        assertThat(log.find(episode.id())).contains(episode);
    }

    @Test
    void append_withRecords_keepsBoth_alsoWhenTheEpisodeIsThereAlready() {
        DerivedRecord note = DerivedRecord.of(new RecordKey("note", "n"), "tea", Set.of(new EpisodeId("e1")));

        Receipt receipt = store.append(full("e1"), "notes", Changes.put(note));
        Receipt again = store.append(full("e1"), "notes", Changes.put(note.with("colour", "green")));

        assertThat(receipt.added()).isTrue();
        assertThat(again.added()).isFalse();
        assertThat(again.position()).isEqualTo(receipt.position());
        assertThat(log.find(new EpisodeId("e1"))).contains(full("e1"));
        assertThat(store.records("notes").list("note", "", 5)).containsExactly(note.with("colour", "green"));
    }

    @Test
    void append_withRecords_ofAConflict_keepsNothing() {
        log.append(said("e1", "tea"));
        DerivedRecord note = DerivedRecord.of(new RecordKey("note", "n"), "tea", Set.of(new EpisodeId("e1")));

        assertThatThrownBy(() -> store.append(said("e1", "coffee"), "notes", Changes.put(note)))
                .isInstanceOf(ConflictException.class);

        assertThat(store.records("notes").kinds()).isEmpty();
    }

    @Test
    void append_byManyThreads_keepsEachExactlyOnce() throws Exception {
        List<List<Receipt>> receipts = Threads.run(8, thread -> IntStream.range(0, 25)
                .mapToObj(i -> List.of(
                        log.append(said("shared-" + i, "the same")),
                        log.append(said("own-%d-%d".formatted(thread, i), "mine"))))
                .flatMap(List::stream)
                .toList());

        List<Receipt> all = receipts.stream().flatMap(List::stream).toList();
        Set<Long> added = new HashSet<>();
        all.stream().filter(Receipt::added).forEach(receipt -> added.add(receipt.position()));
        assertThat(all).hasSize(400);
        assertThat(added).hasSize(225);
        assertThat(all.stream().filter(Receipt::added)).hasSize(225);
        assertThat(log.count()).isEqualTo(225);
        assertThat(log.after(0, 1000))
                .extracting(LogEntry::position)
                .containsExactlyElementsOf(new java.util.TreeSet<>(added));
    }

    @Test
    void check_ofAHealthyStore_findsNothing() {
        log.append(full("e1"));
        log.add(new EpisodeId("e1"), GOOD);

        assertThat(store.check()).isEmpty();
        assertThat(store.bytes()).isNotNegative();
    }

    private static List<String> ids(List<Episode> episodes) {
        return episodes.stream().map(episode -> episode.id().value()).toList();
    }

    private static long last(List<Long> positions) {
        return positions.get(positions.size() - 1);
    }
}
