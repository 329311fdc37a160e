package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.BOB;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Removed;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store owes that is to forget. */
public abstract class ForgetContract {

    private static final EpisodeId E1 = new EpisodeId("e1");
    private static final EpisodeId E2 = new EpisodeId("e2");
    private static final EpisodeId E3 = new EpisodeId("e3");

    private Stores stores;
    private UserStore store;
    private Forgetting forgetting;

    /** Stores that are empty. */
    protected abstract Stores newStores();

    @BeforeEach
    void open() {
        stores = newStores();
        store = stores.open(ADA);
        forgetting = store.forgetting();
        store.episodes().appendAll(List.of(said("e1", "one"), said("e2", "two"), said("e3", "three")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void remove_takesTheEpisodeAndItsFeedback() {
        store.episodes().add(E2, Feedback.corrected("deux", NOON));

        Forgotten removed = removed(E2);

        assertThat(removed.removed()).isEqualTo(new Removed(1, 1, Map.of(), 0, 0));
        assertThat(removed.stage()).isEqualTo(Forgotten.Stage.REMOVED);
        assertThat(store.episodes().find(E2)).isEmpty();
        assertThat(store.episodes().count()).isEqualTo(2);
        assertThat(store.episodes().after(0, 10))
                .extracting(entry -> entry.episode().id())
                .containsExactly(E1, E3);
        assertThat(store.episodes().latest(10)).hasSize(2);
        assertThat(store.episodes().around(E1, 1)).extracting("id").containsExactly(E1, E3);
    }

    @Test
    void remove_takesWhatRestsOnIt_ofEveryOwner() {
        put("one", record("fact", "a", E1), record("fact", "b", E1, E2), record("sum", "c", E3));
        put("other@2", record("fact", "a", E2, E3), record("fact", "z"));

        Forgotten removed = removed(E2);

        assertThat(removed.removed().records())
                .isEqualTo(Map.of("one", Map.of("fact", 1L), "other@2", Map.of("fact", 1L)));
        assertThat(ids("one", "fact")).containsExactly("a");
        assertThat(ids("one", "sum")).containsExactly("c");
        assertThat(ids("other@2", "fact")).containsExactly("z");
        assertThat(store.records("one").matching("fact", "text", 10)).hasSize(1);
        assertThat(store.records("one").nearest("fact", Vector.of("m", new float[] {1, 2}), 10))
                .hasSize(1);
    }

    @Test
    void remove_takesLinks_thatRestOnIt_orWhoseEndGoes() {
        put("one", record("fact", "a", E1), record("fact", "b", E2), record("fact", "c", E3));
        store.records("one")
                .apply(Changes.NONE.linking(List.of(link("a", "b", E1), link("a", "c", E2), link("c", "a", E3))));

        Forgotten removed = removed(E2);

        assertThat(removed.removed().links()).isEqualTo(2);
        assertThat(store.records("one").links(key("fact", "a"))).isEmpty();
        assertThat(store.records("one").links(key("fact", "c"))).hasSize(1);
    }

    @Test
    void remove_notesForEachOwner_whatIsToBeAbsorbedAgain() {
        put("one", record("fact", "a", E1, E2), record("fact", "b", E2));
        put("other", record("fact", "a", E1, E3));
        store.records("other")
                .apply(Changes.put(record("fact", "b", E3), record("fact", "c", E1))
                        .linking(List.of(link("b", "c", E2, E3))));

        removed(E2);

        assertThat(store.records("one").toAbsorbAgain(10)).containsExactly(E1);
        assertThat(store.records("other").toAbsorbAgain(10)).containsExactly(E3);
        store.records("one").absorbedAgain(List.of(E1));
        assertThat(store.records("one").toAbsorbAgain(10)).isEmpty();
        store.records("other").clear();
        assertThat(store.records("other").toAbsorbAgain(10)).isEmpty();
    }

    @Test
    void remove_ofSeveral_leavesNothingOfThemToBeAbsorbedAgain() {
        put("one", record("fact", "a", E1, E2, E3));

        removed(E1, E2);

        assertThat(store.records("one").toAbsorbAgain(10)).containsExactly(E3);
        assertThat(store.records("one").count("fact")).isZero();
    }

    @Test
    void apply_afterwards_leavesOutWhatRestsOnIt() {
        put("one", record("fact", "a", E1));
        removed(E2);

        put("one", record("fact", "b", E2), record("fact", "c", E1, E2), record("fact", "d", E3), record("fact", "e"));
        store.records("one").apply(Changes.NONE.linking(List.of(link("a", "d", E2), link("d", "a", E3))));

        assertThat(ids("one", "fact")).containsExactly("a", "d", "e");
        assertThat(store.records("one").links(key("fact", "a"))).isEmpty();
        assertThat(store.records("one").links(key("fact", "d"))).hasSize(1);
        assertThat(store.records("one").applyIf(0, 5, Changes.put(record("fact", "b", E2))))
                .isTrue();
        assertThat(store.records("one").find(key("fact", "b"))).isEmpty();
        assertThat(store.records("one").cursor()).isEqualTo(5);
    }

    @Test
    void positions_areNotGivenAwayAgain() {
        long end = store.episodes().end();

        removed(E3);

        assertThat(store.episodes().end()).isEqualTo(end);
        assertThat(store.episodes().append(said("e4", "four")).position()).isGreaterThan(end);
    }

    @Test
    void append_ofTheSameAgain_keepsItAsNew() {
        removed(E2);

        assertThat(store.episodes().append(said("e2", "two, once more")).added())
                .isTrue();
        put("one", record("fact", "b", E2));
        assertThat(ids("one", "fact")).containsExactly("b");
    }

    @Test
    void everything_goes_andOnlyTheCountsStay() {
        put("one", record("fact", "a", E1));
        put("persona", record("statement", "template"));
        store.records("persona").applyIf(0, 1, Changes.NONE);
        store.shelf("notes").put("key", "value");

        Forgotten begun = forgetting.beginAll();
        Forgotten removed = forgetting.remove(begun.number(), Progress.none());

        assertThat(removed.removed())
                .isEqualTo(new Removed(
                        3, 0, Map.of("one", Map.of("fact", 1L), "persona", Map.of("statement", 1L)), 0, 1));
        assertThat(store.episodes().count()).isZero();
        assertThat(store.episodes().end()).isEqualTo(3);
        assertThat(store.records("one").kinds()).isEmpty();
        assertThat(store.records("persona").cursor()).isZero();
        assertThat(store.shelves()).isEmpty();
        assertThat(store.inventory().owners()).isEmpty();
        assertThat(store.check()).isEmpty();
        assertThat(store.episodes().append(said("e1", "one")).position()).isEqualTo(4);
    }

    @Test
    void each_canBeDoneAgain() {
        put("one", record("fact", "a", E2));
        long number = forgetting.begin(Set.of(E2)).number();
        Forgotten first = forgetting.remove(number, Progress.none());

        assertThat(forgetting.remove(number, Progress.none())).isEqualTo(first);
        assertThat(forgetting.scrub()).isTrue();
        assertThat(forgetting.scrub()).isTrue();
        assertThat(forgetting.rewrite()).isTrue();
        assertThat(forgetting.finish(number)).isEqualTo(forgetting.finish(number));
        assertThat(forgetting.all()).containsExactly(forgetting.finish(number));
        assertThat(forgetting.all().get(0).stage()).isEqualTo(Forgotten.Stage.DONE);
    }

    @Test
    void all_tellsEachTime_andNothingOfWhatItWas() {
        long first = forgetting.begin(Set.of(E1, E2)).number();
        forgetting.remove(first, Progress.none());
        Forgotten second = removed(E3);

        assertThat(forgetting.all()).extracting(Forgotten::number).containsExactly(first, second.number());
        assertThat(forgetting.all()).extracting(each -> each.removed().episodes()).containsExactly(2L, 1L);
        assertThat(forgetting.all().toString()).doesNotContain("one", "two", "three");
    }

    @Test
    void others_areLeftAsTheyAre() {
        try (UserStore bobs = stores.open(BOB)) {
            bobs.episodes().append(said("e2", "Bob's"));
            List<LogEntry> before = bobs.episodes().after(0, 10);

            removed(E2);

            assertThat(bobs.episodes().after(0, 10)).isEqualTo(before);
            assertThat(bobs.forgetting().all()).isEmpty();
        }
    }

    @Test
    void texts_tellWhatStays() {
        put("one", record("fact", "a", E1), record("fact", "b", E2));
        removed(E2);
        StringBuilder all = new StringBuilder();

        store.inventory().texts(all::append);

        assertThat(all).contains("one", "three", "text of a").doesNotContain("two", "text of b");
    }

    private Forgotten removed(EpisodeId... episodes) {
        return forgetting.remove(forgetting.begin(Set.of(episodes)).number(), Progress.none());
    }

    private void put(String owner, DerivedRecord... records) {
        store.records(owner).apply(Changes.put(records));
    }

    private List<String> ids(String owner, String kind) {
        RecordStore records = store.records(owner);
        return records.list(kind, "", 100).stream()
                .map(record -> record.key().id())
                .toList();
    }

    private static DerivedRecord record(String kind, String id, EpisodeId... evidence) {
        return DerivedRecord.of(key(kind, id), "text of " + id, Set.of(evidence))
                .with(Vector.of("m", new float[] {1, 2}));
    }

    private static Link link(String from, String to, EpisodeId... evidence) {
        return new Link(key("fact", from), key("fact", to), "next", 1, Set.of(evidence));
    }

    private static RecordKey key(String kind, String id) {
        return new RecordKey(kind, id);
    }
}
