package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RecordStore} owes, but for searching: see {@link RecordSearchContract}. */
public abstract class RecordStoreContract {

    private static final EpisodeId E1 = new EpisodeId("e1");
    private static final EpisodeId E2 = new EpisodeId("e2");

    private Stores stores;
    private UserStore store;
    private RecordStore records;

    /** Stores that nobody has used yet. */
    protected abstract Stores newStores() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        stores = newStores();
        store = stores.open(ADA);
        records = store.records("episodic");
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    void emptyStore_hasNothing() {
        assertThat(records.find(key("turn", "a"))).isEmpty();
        assertThat(records.list("turn", "", 5)).isEmpty();
        assertThat(records.links(key("turn", "a"))).isEmpty();
        assertThat(records.count("turn")).isZero();
        assertThat(records.kinds()).isEmpty();
        assertThat(records.cursor()).isZero();
    }

    @Test
    void apply_keepsEveryField() {
        DerivedRecord full = new DerivedRecord(
                key("fact", "\u4e2d\u6587 \uD83D\uDE00 id"),
                "She likes caf\u00e9 au lait. \u0642\u0647\u0648\u0629",
                Map.of("b", "", "a", "line\nbreak \"quoted\"", "\u00e9", "\uD83D\uDE00"),
                Set.of(E2, E1),
                Vector.of("bge", new float[] {0.1f, -0f, Float.MIN_VALUE, 3e38f}));

        records.apply(Changes.put(full, plain("fact", "bare", "")));

        assertThat(records.find(full.key())).contains(full);
        assertThat(records.find(key("fact", "bare"))).contains(plain("fact", "bare", ""));
    }

    @Test
    void apply_survivesClosing() {
        Link link = new Link(key("turn", "a"), key("turn", "b"), "next", 0.5, Set.of(E1));
        records.applyIf(0, 7, Changes.put(plain("turn", "a", "tea")).linking(List.of(link)));
        store.close();

        store = stores.open(ADA);
        records = store.records("episodic");

        assertThat(records.find(key("turn", "a"))).contains(plain("turn", "a", "tea"));
        assertThat(records.links(key("turn", "a"))).containsExactly(link);
        assertThat(records.cursor()).isEqualTo(7);
        assertThat(records.matching("turn", "tea", 1)).hasSize(1);
    }

    @Test
    void apply_replacesTheRecordOfTheSameKey() {
        records.apply(Changes.put(plain("turn", "a", "tea").with("colour", "green")));
        DerivedRecord after = DerivedRecord.of(key("turn", "a"), "coffee", Set.of(E2));

        records.apply(Changes.put(after));

        assertThat(records.find(key("turn", "a"))).contains(after);
        assertThat(records.count("turn")).isEqualTo(1);
        assertThat(records.matching("turn", "tea", 5)).isEmpty();
        assertThat(records.matching("turn", "coffee", 5)).hasSize(1);
    }

    @Test
    void apply_twoRecordsOfOneKey_keepsTheLatter() {
        records.apply(Changes.put(plain("turn", "a", "tea"), plain("turn", "a", "coffee")));

        assertThat(records.list("turn", "", 5)).containsExactly(plain("turn", "a", "coffee"));
    }

    @Test
    void apply_removesFirst_thenPuts() {
        records.apply(Changes.put(plain("turn", "a", "tea"), plain("turn", "b", "bread")));

        records.apply(Changes.put(plain("turn", "a", "coffee"))
                .and(Changes.remove(List.of(key("turn", "a"), key("turn", "b"), key("none", "c")))));

        assertThat(records.list("turn", "", 5)).containsExactly(plain("turn", "a", "coffee"));
        assertThat(records.matching("turn", "bread", 5)).isEmpty();
    }

    @Test
    void apply_aRemovedRecord_takesItsLinksWithIt() {
        Link out = link("a", "b", "next");
        Link in = link("c", "a", "next");
        Link other = link("c", "b", "next");
        records.apply(
                Changes.put(plain("turn", "a", ""), plain("turn", "b", "")).linking(List.of(out, in, other)));

        records.apply(Changes.remove(List.of(key("turn", "a"))));

        assertThat(records.links(key("turn", "a"))).isEmpty();
        assertThat(records.links(key("turn", "c"))).containsExactly(other);
    }

    @Test
    void apply_aReplacedRecord_keepsItsLinks() {
        records.apply(Changes.put(plain("turn", "a", "tea")).linking(List.of(link("a", "b", "next"))));

        records.apply(Changes.put(plain("turn", "a", "coffee")));

        assertThat(records.links(key("turn", "a"))).containsExactly(link("a", "b", "next"));
    }

    @Test
    void links_areOrderedByRelationAndTarget() {
        List<Link> expected = List.of(link("a", "z", "cause"), link("a", "b", "next"), link("a", "c", "next"));
        Link ofAnotherKind = new Link(key("fact", "a"), key("turn", "b"), "next", 1, Set.of());
        records.apply(Changes.NONE.linking(
                List.of(expected.get(2), expected.get(1), ofAnotherKind, expected.get(0), link("b", "a", "next"))));

        assertThat(records.links(key("turn", "a"))).isEqualTo(expected);
        assertThat(records.links(key("fact", "a"))).containsExactly(ofAnotherKind);
    }

    @Test
    void links_thereIsOneOfARelationBetweenTwoRecords() {
        Link first = new Link(key("turn", "a"), key("turn", "b"), "next", 0.25, Set.of(E1));
        Link second = new Link(key("turn", "a"), key("turn", "b"), "next", 0.1 + 0.2, Set.of(E2));
        records.apply(Changes.NONE.linking(List.of(first)));

        records.apply(Changes.NONE.linking(List.of(second)));

        assertThat(records.links(key("turn", "a"))).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1e-300, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY})
    void links_keepTheirWeightExactly(double weight) {
        Link link = new Link(key("turn", "a"), key("turn", "b"), "next", weight, Set.of());

        records.apply(Changes.NONE.linking(List.of(link)));

        assertThat(records.links(key("turn", "a"))).containsExactly(link);
    }

    @Test
    void findAll_readsThoseThatAreThere_inTheKeysOrder() {
        records.apply(Changes.put(plain("turn", "a", "tea"), plain("turn", "b", "bread"), plain("fact", "a", "milk")));

        var found = records.findAll(
                List.of(key("turn", "b"), key("none", "a"), key("fact", "a"), key("turn", "c"), key("turn", "b")));

        assertThat(found.values()).containsExactly(plain("turn", "b", "bread"), plain("fact", "a", "milk"));
        assertThat(found.keySet()).containsExactly(key("turn", "b"), key("fact", "a"));
        assertThat(records.findAll(List.of())).isEmpty();
    }

    @Test
    void findAllWithoutVectors_readsAllElse() {
        DerivedRecord tea = plain("turn", "a", "tea").with("kind", "STATEMENT");
        records.apply(Changes.put(tea.with(Vector.of("m", new float[] {1, 0})), plain("turn", "b", "bread")));

        var found = records.findAllWithoutVectors(List.of(key("turn", "b"), key("none", "a"), key("turn", "a")));

        assertThat(found.values()).containsExactly(plain("turn", "b", "bread"), tea);
        assertThat(found.keySet()).containsExactly(key("turn", "b"), key("turn", "a"));
    }

    @Test
    void restingOn_namesWhatHasTheEvidence() {
        store.records("persona").apply(Changes.put(plain("turn", "p", "")));
        records.apply(Changes.put(
                plain("turn", "b", ""),
                plain("fact", "z", ""),
                DerivedRecord.of(key("turn", "a"), "", Set.of(E1, E2)),
                DerivedRecord.of(key("turn", "c"), "", Set.of())));

        assertThat(records.restingOn(List.of(E1, new EpisodeId("e3"))))
                .containsExactly(key("fact", "z"), key("turn", "a"), key("turn", "b"));
        assertThat(records.restingOn(List.of(E2))).containsExactly(key("turn", "a"));
        assertThat(records.restingOn(List.of())).isEmpty();
    }

    @Test
    void list_goesThroughAKindOrderedById() {
        records.apply(Changes.put(plain("fact", "a1", "other kind")));
        records.apply(Changes.put(IntStream.of(3, 1, 5, 2, 4)
                .mapToObj(i -> plain("turn", "t" + i, "number " + i))
                .toList()));

        assertThat(ids(records.list("turn", "", 2))).containsExactly("t1", "t2");
        assertThat(ids(records.list("turn", "t2", 2))).containsExactly("t3", "t4");
        assertThat(ids(records.list("turn", "t4", 2))).containsExactly("t5");
        assertThat(records.list("turn", "t5", 2)).isEmpty();
        assertThat(ids(records.list("turn", "t25", 1))).containsExactly("t3");
    }

    @Test
    void kinds_areThoseThatHaveRecords_inTheirNaturalOrder() {
        records.apply(Changes.put(plain("turn", "a", ""), plain("fact", "a", ""), plain("gone", "a", "")));

        records.apply(Changes.remove(List.of(key("gone", "a"))));

        assertThat(records.kinds()).containsExactly("fact", "turn");
        assertThat(records.count("fact")).isEqualTo(1);
        assertThat(records.count("gone")).isZero();
    }

    @Test
    void applyIf_movesTheCursorWithTheChanges() {
        assertThat(records.applyIf(0, 5, Changes.put(plain("turn", "a", "")))).isTrue();
        assertThat(records.applyIf(5, 3, Changes.NONE)).isTrue();

        assertThat(records.cursor()).isEqualTo(3);
        assertThat(records.count("turn")).isEqualTo(1);
    }

    @Test
    void applyIf_whenTheCursorStandsElsewhere_changesNothing() {
        records.applyIf(0, 5, Changes.NONE);

        assertThat(records.applyIf(0, 9, Changes.put(plain("turn", "a", "")))).isFalse();

        assertThat(records.cursor()).isEqualTo(5);
        assertThat(records.kinds()).isEmpty();
    }

    @Test
    void deriveIf_movesTheCursorWithTheChanges_orChangesNothing() {
        assertThat(records.deriveIf(0, 5, Changes.put(plain("turn", "a", "tea"))))
                .isTrue();
        assertThat(records.deriveIf(0, 9, Changes.put(plain("turn", "b", "tea"))))
                .isFalse();
        store.close();
        store = stores.open(ADA);
        records = store.records("episodic");

        assertThat(records.cursor()).isEqualTo(5);
        assertThat(ids(records.list("turn", "", 9))).containsExactly("a");
        assertThat(records.matching("turn", "tea", 9)).hasSize(1);
    }

    @Test
    void applyIf_byManyThreads_letsOneThroughEachTime() throws Exception {
        List<List<String>> won = Threads.run(8, thread -> {
            List<String> mine = new ArrayList<>();
            for (long place = records.cursor(); place < 40; place = records.cursor()) {
                String id = "%d-%d".formatted(place, thread);
                if (records.applyIf(place, place + 1, Changes.put(plain("turn", id, "")))) {
                    mine.add(id);
                }
            }
            return mine;
        });

        assertThat(won.stream().flatMap(List::stream)).hasSize(40);
        assertThat(ids(records.list("turn", "", 100)))
                .containsExactlyInAnyOrderElementsOf(
                        won.stream().flatMap(List::stream).toList());
    }

    @Test
    void clear_removesRecordsLinksAndCursorOfThisOwnerOnly() {
        RecordStore persona = store.records("persona");
        Changes some = Changes.put(plain("turn", "a", "tea")).linking(List.of(link("a", "b", "next")));
        records.applyIf(0, 4, some);
        persona.applyIf(0, 6, some);

        records.clear();

        assertThat(records.kinds()).isEmpty();
        assertThat(records.links(key("turn", "a"))).isEmpty();
        assertThat(records.cursor()).isZero();
        assertThat(records.matching("turn", "tea", 5)).isEmpty();
        assertThat(persona.matching("turn", "tea", 5)).hasSize(1);
        assertThat(persona.links(key("turn", "a"))).hasSize(1);
        assertThat(persona.cursor()).isEqualTo(6);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void clear_leavesAStoreThatCanBeFilledAgain() {
        records.apply(Changes.put(plain("turn", "a", "tea")));
        records.clear();

        records.apply(Changes.put(plain("turn", "a", "coffee")));

        assertThat(records.matching("turn", "tea coffee", 5)).hasSize(1);
    }

    @Test
    void records_ofOthers_areApart() {
        try (UserStore bobs = stores.open(BOB)) {
            records.apply(Changes.put(plain("turn", "a", "Ada's")));
            store.records("persona").apply(Changes.put(plain("turn", "a", "the persona's")));
            bobs.records("episodic").apply(Changes.put(plain("turn", "a", "Bob's")));

            assertThat(records.find(key("turn", "a"))).contains(plain("turn", "a", "Ada's"));
            assertThat(bobs.records("episodic").list("turn", "", 5)).containsExactly(plain("turn", "a", "Bob's"));
            assertThat(store.records("persona").count("turn")).isEqualTo(1);
            assertThat(store.records("nobody").kinds()).isEmpty();
        }
    }

    @Test
    void text_isCleanedAtTheDoor() {
        records.apply(
                Changes.put(plain("turn", "cafe\u0301 \uD800", "e\u0301 \0").with("a\0", "\uDC00")));

        DerivedRecord found = records.find(key("turn", "caf\u00e9 \uFFFD")).orElseThrow();

        assertThat(found.text()).isEqualTo("\u00e9 \uFFFD");
        assertThat(found.attributes()).containsExactly(Map.entry("a\uFFFD", "\uFFFD"));
    }

    @Test
    void apply_keepsAMegabyteOfText() {
        DerivedRecord big = plain("turn", "big", "e\u0301 \u4e2d\u6587 \uD83D\uDE00 word ".repeat(1 << 16));

        records.apply(Changes.put(big));

        assertThat(records.find(big.key())).contains(big);
        assertThat(records.matching("turn", "word", 1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void limits_belowOne_areRefused(int limit) {
        assertThatThrownBy(() -> records.list("turn", "", limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is %d, but must be at least 1".formatted(limit));
    }

    private static RecordKey key(String kind, String id) {
        return new RecordKey(kind, id);
    }

    private static DerivedRecord plain(String kind, String id, String text) {
        return DerivedRecord.of(key(kind, id), text, Set.of(E1));
    }

    private static Link link(String from, String to, String relation) {
        return new Link(key("turn", from), key("turn", to), relation, 1, Set.of(E1));
    }

    private static List<String> ids(List<DerivedRecord> records) {
        return records.stream().map(record -> record.key().id()).toList();
    }
}
