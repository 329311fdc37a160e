package io.personaagent.memory.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every memory backend owes. Extend it and say which provider is meant; the tests bring stores and an embedding model that need
 * nothing else.
 */
public abstract class MemoryBackendContract {

    private static final UserId ADA = new UserId("ada");
    private static final UserId BEN = new UserId("ben");
    private static final Instant DAY = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private final Stores stores = new InMemoryStores();

    /** The provider under test. */
    protected abstract MemoryProvider provider();

    /** What it embeds with; by default something that needs no model. */
    protected Embedder embedder() {
        return HashingEmbedder.embedder();
    }

    @Test
    void name_isLowerCaseAndStable() {
        assertThat(provider().name())
                .matches("[a-z][a-z0-9-]*")
                .isEqualTo(provider().name());
    }

    @Test
    void open_doesNotReadTheLog() {
        stores.open(ADA).episodes().append(said("e1", "My sister lives in Kyoto."));

        assertThat(recall(open(ADA), "Where does my sister live?")).isEmpty();
    }

    @Test
    void recall_withNothingAbsorbed_isEmpty() {
        assertThat(recall(open(ADA), "Where does my sister live?")).isEmpty();
    }

    @Test
    void recall_ofABlankQuestion_isEmpty() {
        assertThat(recall(remembering(ADA, everything()), " ")).isEmpty();
    }

    @Test
    void recall_putsWhatFitsBestFirst() {
        List<Recollection> found = recall(remembering(ADA, everything()), "my sister's birthday 14 May");

        assertThat(found.get(0).text()).isEqualTo("My sister's birthday is on 14 May.");
        assertThat(found)
                .extracting(each -> each.score().total())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void recall_ofWhatWasNeverSaid_isEmpty() {
        assertThat(recall(remembering(ADA, everything()), "quarterly zeppelin maintenance"))
                .isEmpty();
    }

    @Test
    void recall_tellsWhoSaidItAndWhenAndHowFarToTrustIt() {
        Provenance imported = new Provenance(Origin.IMPORT, Trust.UNTRUSTED, Sensitivity.HEALTH, Set.of());
        Episode episode = new Episode(
                new EpisodeId("e1"),
                new Occasion("s1", DAY, NOW),
                Exchange.said("Zoë", "The allergy test was fine."),
                imported);

        Recollection found =
                recall(remembering(ADA, List.of(episode)), "allergy test").get(0);

        assertThat(found.source().speaker()).isEqualTo("Zoë");
        assertThat(found.source().when()).isEqualTo(DAY);
        assertThat(found.trust()).isEqualTo(Trust.UNTRUSTED);
        assertThat(found.sensitivity()).isEqualTo(Sensitivity.HEALTH);
    }

    @Test
    void recall_givesEvidenceThatIsInTheLog() {
        MemoryBackend backend = remembering(ADA, everything());

        assertThat(recall(backend, "my sister's birthday in Kyoto"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.source().evidence())
                        .isNotEmpty()
                        .allSatisfy(id ->
                                assertThat(stores.open(ADA).episodes().find(id)).isPresent()));
    }

    @Test
    void recall_givesNoMoreThanTheLimit() {
        List<Episode> many = IntStream.range(0, 30)
                .mapToObj(at -> said("e" + at, "Cup of tea number " + at + "."))
                .toList();
        MemoryBackend backend = remembering(ADA, many);

        assertThat(backend.recall(RecallQuery.about("cup of tea", NOW).limit(7)))
                .hasSize(7);
        assertThat(backend.recall(RecallQuery.about("cup of tea", NOW).limit(1)))
                .hasSize(1);
    }

    @Test
    void recall_neverGivesWhatIsHidden() {
        MemoryBackend backend = remembering(ADA, everything());
        Set<EpisodeId> hidden = Set.of(new EpisodeId("birthday"), new EpisodeId("asked"));

        List<Recollection> found =
                backend.recall(RecallQuery.about("my sister's birthday", NOW).hiding(hidden));

        assertThat(found)
                .allSatisfy(each -> assertThat(each.source().evidence()).doesNotContainAnyElementsOf(hidden));
    }

    @Test
    void recall_withEverythingHidden_isEmpty() {
        Set<EpisodeId> all = everything().stream().map(Episode::id).collect(Collectors.toSet());

        assertThat(remembering(ADA, everything())
                        .recall(RecallQuery.about("my sister's birthday", NOW).hiding(all)))
                .isEmpty();
    }

    @Test
    void recall_neverGivesAnotherPersons() {
        remembering(BEN, everything());
        MemoryBackend adas = remembering(ADA, List.of(said("e1", "I like tea.")));

        assertThat(recall(adas, "my sister's birthday")).isEmpty();
    }

    @Test
    void recall_worksInEveryScript() {
        MemoryBackend backend = remembering(
                ADA,
                List.of(
                        said("zh", "我妹妹的生日是五月十四日。"),
                        said("ar", "عيد ميلاد أختي في مايو"),
                        said("es", "Mi canción favorita es «Volver»."),
                        said("emoji", "Friday is 🍕 night 👨‍👩‍👧")));

        assertThat(best(backend, "妹妹的生日")).isEqualTo("我妹妹的生日是五月十四日。");
        assertThat(best(backend, "ميلاد أختي")).isEqualTo("عيد ميلاد أختي في مايو");
        assertThat(best(backend, "cancion favorita")).isEqualTo("Mi canción favorita es «Volver».");
        assertThat(best(backend, "friday 🍕")).isEqualTo("Friday is 🍕 night 👨‍👩‍👧");
    }

    @Test
    void absorb_again_changesNothing() {
        MemoryBackend backend = remembering(ADA, everything());
        List<Recollection> before = recall(backend, "my sister's birthday");

        backend.absorb(everything());
        everything().forEach(each -> backend.absorb(List.of(each)));

        assertThat(recall(backend, "my sister's birthday")).isEqualTo(before);
    }

    @Test
    void absorb_allAtOnce_isTheSameAsOneByOne() {
        MemoryBackend atOnce = remembering(ADA, everything());
        MemoryBackend live = open(BEN);
        for (Episode each : everything()) {
            stores.open(BEN).episodes().append(each);
            live.absorb(List.of(each));
        }

        assertThat(recall(live, "my sister's birthday")).isNotEmpty().isEqualTo(recall(atOnce, "my sister's birthday"));
    }

    @Test
    void absorb_withFeedback_isTheSameAsHadItBeenThereFromTheStart() {
        Feedback correction = Feedback.corrected("It is on 15 May.", DAY.plusSeconds(60));
        EpisodeId asked = new EpisodeId("asked");
        MemoryBackend live = remembering(ADA, everything());
        stores.open(ADA).episodes().add(asked, correction);
        live.absorb(List.of(stores.open(ADA).episodes().find(asked).orElseThrow()));
        MemoryBackend replayed = remembering(
                BEN,
                everything().stream()
                        .map(each -> each.id().equals(asked) ? each.with(correction) : each)
                        .toList());

        List<Recollection> found = recall(live, "when is my sister's birthday");

        assertThat(found).isEqualTo(recall(replayed, "when is my sister's birthday"));
        assertThat(found).extracting(Recollection::text).contains("It is on 15 May.");
    }

    @Test
    void absorb_ofNothing_doesNothing() {
        assertThatCode(() -> open(ADA).absorb(List.of())).doesNotThrowAnyException();
    }

    @Test
    void absorb_ofAMegabyte_isFound() {
        String much = "We walked on through the endless rain. ".repeat(26_000) + "Then we saw a zeppelin.";
        MemoryBackend backend = remembering(ADA, List.of(said("long", much), said("short", "I like tea.")));

        assertThat(best(backend, "walked through the rain")).isEqualTo(much);
        assertThatCode(() -> recall(backend, much)).doesNotThrowAnyException();
    }

    @Test
    void close_losesNothing() throws Exception {
        MemoryBackend backend = remembering(ADA, everything());
        List<Recollection> before = recall(backend, "my sister's birthday");
        backend.close();

        assertThat(recall(open(ADA), "my sister's birthday")).isEqualTo(before);
    }

    @Test
    void reflect_withNothingToSpend_losesNothing() {
        MemoryBackend backend = remembering(ADA, everything());

        backend.reflect(new Budget(Duration.ZERO, 0, 0));

        assertThat(best(backend, "my sister's birthday 14 May")).isEqualTo("My sister's birthday is on 14 May.");
    }

    @Test
    void recall_whileOthersAbsorb_works() throws Exception {
        MemoryBackend backend = remembering(ADA, everything());
        List<Callable<List<Recollection>>> work = new ArrayList<>();
        for (int at = 0; at < 40; at++) {
            Episode more = said("more" + at, "Cup of coffee number " + at + ".");
            stores.open(ADA).episodes().append(more);
            work.add(() -> {
                backend.absorb(List.of(more));
                return recall(backend, "my sister's birthday");
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (var each : threads.invokeAll(work)) {
                assertThat(each.get()).isNotEmpty();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(backend.recall(RecallQuery.about("cup of coffee", NOW).limit(50)))
                .filteredOn(each -> each.text().contains("coffee"))
                .hasSize(40);
    }

    private MemoryBackend open(UserId user) {
        UserStore store = stores.open(user);
        return provider().open(new LentContext(store, provider().name(), embedder()));
    }

    private MemoryBackend remembering(UserId user, List<Episode> episodes) {
        stores.open(user).episodes().appendAll(episodes);
        MemoryBackend backend = open(user);
        backend.absorb(episodes);
        return backend;
    }

    private static List<Recollection> recall(MemoryBackend backend, String about) {
        return backend.recall(RecallQuery.about(about, NOW));
    }

    private static String best(MemoryBackend backend, String about) {
        List<Recollection> found = recall(backend, about);
        return found.isEmpty() ? "" : found.get(0).text();
    }

    private static List<Episode> everything() {
        return List.of(
                said("birthday", "My sister's birthday is on 14 May."),
                said("city", "She lives in Kyoto."),
                said("tea", "I like tea."),
                said("asked", "When is my sister's birthday?"),
                said("dog", "Our dog is called Rex."));
    }

    private static Episode said(String id, String text) {
        return new Episode(new EpisodeId(id), new Occasion("s1", DAY, DAY), Exchange.said("", text), Provenance.CHAT);
    }
}
