package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.Rebuild;
import io.personaagent.memory.Rebuild.Manner;
import io.personaagent.memory.Rebuilt;
import io.personaagent.memory.Rebuilt.End;
import io.personaagent.memory.Trial;
import io.personaagent.memory.ViewReport;
import io.personaagent.memory.boundary.Policy;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.view.View;
import io.personaagent.memory.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What building a view owes on a store. Extend it and say how to make empty stores. */
public abstract class RebuildContract {

    /** More than a builder absorbs at once. */
    private static final int MANY = 66;

    private static final MemoryProvider PROVIDER = new EpisodicSemanticProvider();

    private final SeveralEmbedders embedders = new SeveralEmbedders("one", "two");
    private final Lent lent = new Lent(embedders, Optional.empty(), TestEpisodes.CLOCK, Map.of(), Policy.USUAL);

    private UserStore store;
    private Memory memory;

    /** Empty stores. */
    protected abstract Stores newStores();

    private Stores stores;

    @BeforeEach
    void remember() {
        stores = newStores();
        store = stores.open(ADA);
        memory = new Memory(store, PROVIDER, lent);
        memory.retainAll(IntStream.range(0, MANY)
                .mapToObj(at -> said("e" + at, "Cup number %d holds tea.".formatted(at)))
                .toList());
        memory.retain(said("sister", "My sister lives in Kyoto."));
        embedders.asked();
    }

    @AfterEach
    void closeStore() {
        memory.close();
        store.close();
    }

    @Test
    void run_buildsTheSameAgain_andLeavesNothingOfTheOld() {
        Set<DerivedRecord> before = records(PROVIDER.name());
        List<Recollection> recalled = recall(memory);

        Rebuilt rebuilt = memory.rebuild().run(Manner.GO_ON, Progress.none());

        assertThat(rebuilt).isEqualTo(new Rebuilt(End.SERVES, new View(2, "one"), 0));
        assertThat(records(PROVIDER.name() + "@2")).isEqualTo(before);
        assertThat(records(PROVIDER.name())).isEmpty();
        assertThat(recall(memory)).isEqualTo(recalled);
        assertThat(memory.view()).isEqualTo(new ViewReport(new View(2, "one"), View.NONE, 0, ""));
    }

    @Test
    void run_tellsItsProgress_whileTheOldViewServes() {
        List<Long> heard = new ArrayList<>();
        List<List<Recollection>> meanwhile = new ArrayList<>();
        List<Recollection> recalled = recall(memory);

        memory.rebuild().run(Manner.GO_ON, (done, all) -> {
            heard.add(done);
            meanwhile.add(recall(memory));
            assertThat(all).isEqualTo(MANY + 1);
            assertThat(memory.view().serving()).isEqualTo(new View(1, "one"));
            assertThat(memory.view().built()).isEqualTo(done);
        });

        assertThat(heard).hasSizeGreaterThan(2).isSorted().endsWith(MANY + 1L);
        assertThat(meanwhile).allMatch(recalled::equals);
    }

    @Test
    void run_afterItWasCutShort_goesOnFromThere() {
        Set<DerivedRecord> before = records(PROVIDER.name());
        assertThatThrownBy(() -> memory.rebuild().run(Manner.GO_ON, (done, all) -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .hasMessage("pulled the plug");
        ViewReport left = memory.view();
        List<Long> heard = new ArrayList<>();

        Rebuilt rebuilt = memory.rebuild().run(Manner.GO_ON, (done, all) -> heard.add(done));

        assertThat(left.serving().number()).isEqualTo(1);
        assertThat(left.built()).isBetween(1L, MANY - 1L);
        assertThat(rebuilt).isEqualTo(new Rebuilt(End.SERVES, new View(2, "one"), left.built()));
        assertThat(heard).allMatch(done -> done > left.built());
        assertThat(records(PROVIDER.name() + "@2")).isEqualTo(before);
    }

    @Test
    void run_afresh_usesNoNumberTwice() {
        Rebuild first = memory.rebuild();
        first.run(Manner.GO_ON, (done, all) -> first.stop());
        assertThat(memory.view().building().number()).isEqualTo(2);

        Rebuilt rebuilt = memory.rebuild().run(Manner.AFRESH, Progress.none());

        assertThat(rebuilt).isEqualTo(new Rebuilt(End.SERVES, new View(3, "one"), 0));
        assertThat(records(PROVIDER.name() + "@2")).isEmpty();
    }

    @Test
    void stop_endsItBeforeTheNextPart() {
        Rebuild rebuild = memory.rebuild();

        Rebuilt stopped = rebuild.run(Manner.GO_ON, (done, all) -> rebuild.stop());

        assertThat(stopped.end()).isEqualTo(End.STOPPED);
        assertThat(memory.view().serving().number()).isEqualTo(1);
        assertThat(memory.view().built()).isLessThan(MANY);
    }

    @Test
    void run_whereAnotherOneTakesOver_stepsBack() {
        Set<DerivedRecord> before = records(PROVIDER.name());
        List<Rebuilt> other = new ArrayList<>();

        Rebuilt first = memory.rebuild().run(Manner.GO_ON, (done, all) -> {
            if (other.isEmpty()) {
                assertThat(memory.rebuild().run(Manner.IF_IDLE, Progress.none()).end())
                        .isEqualTo(End.BUSY);
                other.add(memory.rebuild().run(Manner.GO_ON, Progress.none()));
            }
        });

        assertThat(first.end()).isEqualTo(End.TAKEN_OVER);
        assertThat(other).extracting(Rebuilt::end).containsExactly(End.SERVES);
        assertThat(memory.view().serving()).isEqualTo(new View(2, "one"));
        assertThat(records(PROVIDER.name() + "@2")).isEqualTo(before);
    }

    @Test
    void anotherMemoryOfThePerson_seesTheSwap() {
        try (UserStore elsewhere = stores.open(ADA);
                Memory other = new Memory(elsewhere, PROVIDER, lent)) {
            recall(other);

            memory.rebuild().run(Manner.GO_ON, Progress.none());
            other.retain(said("brother", "My brother lives in Oslo."));

            assertThat(recall(other).get(0).text()).isEqualTo("My sister lives in Kyoto.");
            assertThat(other.view().serving().number()).isEqualTo(2);
            assertThat(recall(memory, "Where does my brother live?"))
                    .extracting(Recollection::text)
                    .contains("My brother lives in Oslo.");
            assertThat(records(PROVIDER.name())).isEmpty();
        }
    }

    @Test
    void anotherEmbedder_isAskedForTheNewViewAlone_untilThatServes() {
        embedders.want("two");
        Memory reopened = new Memory(store, PROVIDER, lent);
        reopened.retain(said("brother", "My brother lives in Oslo."));
        List<Recollection> recalled = recall(reopened);

        assertThat(embedders.asked()).containsOnly("one");
        assertThat(reopened.view()).isEqualTo(new ViewReport(new View(1, "one"), View.NONE, 0, "two"));

        reopened.rebuild().run(Manner.IF_IDLE, Progress.none());

        assertThat(embedders.asked()).containsOnly("two");
        assertThat(spaces(PROVIDER.name() + "@2")).containsOnly("two");
        assertThat(recall(reopened)).isEqualTo(recalled);
        assertThat(embedders.asked()).containsOnly("two");
        assertThat(reopened.view().isOutdated()).isFalse();
    }

    @Test
    void anotherEmbedder_whileOneIsBuiltForYetAnother_beginsAnew() {
        embedders.want("two");
        Rebuild cut = memory.rebuild();
        cut.run(Manner.GO_ON, (done, all) -> cut.stop());
        embedders.want("one");

        Rebuilt rebuilt = memory.rebuild().run(Manner.GO_ON, Progress.none());

        assertThat(rebuilt).isEqualTo(new Rebuilt(End.SERVES, new View(3, "one"), 0));
        assertThat(spaces(PROVIDER.name() + "@3")).containsOnly("one");
        assertThat(records(PROVIDER.name() + "@2")).isEmpty();
    }

    @Test
    void embedderThatCannotBeHad_leavesTheWords() {
        Lent elsewhere =
                new Lent(new SeveralEmbedders("three"), Optional.empty(), TestEpisodes.CLOCK, Map.of(), Policy.USUAL);
        Memory reopened = new Memory(store, PROVIDER, elsewhere);
        reopened.retain(said("brother", "My brother lives in Oslo."));

        assertThat(recall(reopened, "brother Oslo"))
                .first()
                .extracting(Recollection::text)
                .isEqualTo("My brother lives in Oslo.");
        assertThat(reopened.trouble()).isEqualTo("there is no 'one'");
        assertThat(reopened.stats().absorbed()).isEqualTo(reopened.stats().end());

        reopened.rebuild().run(Manner.GO_ON, Progress.none());

        assertThat(spaces(PROVIDER.name() + "@2")).containsOnly("three");
        assertThat(reopened.trouble()).isEmpty();
    }

    @Test
    void backendWithoutVectors_isNeverOutdated() {
        try (Memory lexical = new Memory(store, new LexicalProvider(), lent)) {
            recall(lexical);
            embedders.want("two");

            assertThat(lexical.view()).isEqualTo(new ViewReport(new View(1, ""), View.NONE, 0, ""));
        }
    }

    @Test
    void trial_isAskedBesides_andDropped() {
        embedders.want("two");
        try (Trial trial = memory.rebuild().trial(Progress.none()).orElseThrow()) {
            assertThat(trial.recall(RecallQuery.about("Where does my sister live?", NOON)))
                    .isNotEmpty();
            assertThat(trial.space()).isEqualTo("two");
            assertThat(trial.size()).isEqualTo(memory.size());
            assertThat(memory.view().serving().number()).isEqualTo(1);
        }

        assertThat(records(PROVIDER.name() + "@2")).isEmpty();
        assertThat(memory.view()).isEqualTo(new ViewReport(new View(1, "one"), View.NONE, 0, "two"));
    }

    @Test
    void trial_thatIsKept_serves() {
        try (Trial trial = memory.rebuild().trial(Progress.none()).orElseThrow()) {
            trial.keep();
        }

        assertThat(memory.view().serving()).isEqualTo(new View(2, "one"));
    }

    @Test
    void trial_ofWhatSomebodyHadBegun_isLeftToThem() {
        Rebuild cut = memory.rebuild();
        cut.run(Manner.GO_ON, (done, all) -> cut.stop());
        memory.rebuild().trial(Progress.none()).orElseThrow().close();

        assertThat(memory.view().building().number()).isEqualTo(2);
        assertThat(memory.rebuild().run(Manner.IF_IDLE, Progress.none()).end()).isEqualTo(End.SERVES);
    }

    @Test
    void whatIsOfNoUseAnyMore_takesNoWrites() {
        memory.rebuild().run(Manner.GO_ON, Progress.none());
        RecordStore gone = store.records(PROVIDER.name());

        assertThat(gone.cursor()).isEqualTo(Long.MAX_VALUE);
        new Views(store, PROVIDER.name()).sweep();
        assertThat(gone.kinds()).isEmpty();
    }

    private static List<Recollection> recall(Memory from) {
        return recall(from, "Where does my sister live?");
    }

    private static List<Recollection> recall(Memory from, String question) {
        return from.recall(RecallQuery.about(question, NOON).limit(10));
    }

    private Set<String> spaces(String owner) {
        return records(owner).stream().map(record -> record.vector().model()).collect(Collectors.toSet());
    }

    private Set<DerivedRecord> records(String owner) {
        RecordStore records = store.records(owner);
        return records.kinds().stream()
                .flatMap(kind -> records.list(kind, "", 10_000).stream())
                .collect(Collectors.toSet());
    }
}
