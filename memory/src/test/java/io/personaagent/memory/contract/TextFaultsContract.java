package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.inSession;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Stores} owes to text of any kind: it comes back as the episode held it, which is NFC with U+FFFD for what is no
 * character, and people with names that look alike are different people.
 */
@Tag("fault")
public abstract class TextFaultsContract {

    private static final List<String> BRICKS = List.of(
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66",
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
            "\u0645\u0631\u062d\u0628\u0627 \u202Eabc\u202C \u2067\u05e9\u05dc\u05d5\u05dd\u2069",
            "a" + "\u0301".repeat(1000),
            "\uD800",
            "\uDC00",
            "x\uDFFF\uD83Dy",
            "\0",
            "\uFFFE\uFFFF",
            "\uFEFF",
            "\u2028\u2029\u0085",
            "caf\u00e9",
            "cafe\u0301",
            "\u0130stanbul \u0131s\u0131 I i",
            "\uFB01ne \u00DFtra\u00DFe \u1E9E",
            "\u4eca\u5929\u5929\u6c14",
            "\uD869\uDED6\uD840\uDC00",
            "'; DROP TABLE episode; --",
            "\"* OR NEAR(",
            "\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22",
            "\u0928\u092E\u0938\u094D\u0924\u0947",
            "\t\r\n ");

    private static final List<String> ALIKE = List.of(
            "ada",
            "Ada",
            "ADA",
            "\u0430da",
            "ad\u0430",
            "\uFF41da",
            "\u0131da",
            "ida",
            "\u0130da",
            "zo\u00eb",
            "zoe",
            "zo\u0451");

    /** Stores that nobody has used yet. */
    protected abstract Stores newStores() throws Exception;

    @Test
    void textOfAnyKind_comesBackAsItWasKept() throws Exception {
        int texts = Soak.times("texts", 300);
        Random random = Soak.random(20_260_303);
        try (UserStore store = newStores().open(ADA)) {
            for (int i = 0; i < texts; i++) {
                String text = i < BRICKS.size() ? BRICKS.get(i) : text(random);
                Episode episode = inSession(text.isBlank() ? "s" : text, "e" + i, text);

                store.episodes().append(episode);

                assertThat(store.episodes().find(episode.id())).as("text %d", i).contains(episode);
                assertThat(store.episodes()
                                .append(inSession(text.isBlank() ? "s" : text, "e" + i, text))
                                .added())
                        .isFalse();
                String kept = episode.exchange().query();
                assertThat(kept)
                        .isEqualTo(Normalizer.normalize(kept, Normalizer.Form.NFC))
                        .doesNotContain("\0");
                assertThat(kept.codePoints().filter(TextFaultsContract::isSurrogate))
                        .isEmpty();
            }
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void aMegabyteOfOneCharacterWithItsMarks_comesBack() throws Exception {
        try (UserStore store = newStores().open(ADA)) {
            Episode episode = said("big", "a" + "\u0316".repeat(1 << 19));

            store.episodes().append(episode);

            assertThat(store.episodes().find(episode.id())).contains(episode);
            assertThat(episode.exchange().query()).hasSizeGreaterThan(1 << 19);
        }
    }

    @Test
    void whatIsWrittenInTwoForms_isFoundByEither() throws Exception {
        try (UserStore store = newStores().open(ADA)) {
            RecordStore records = store.records("owner");
            records.apply(Changes.put(
                    record("composed", "the caf\u00e9 at the lake"),
                    record("decomposed", "the cafe\u0301 at the lake")));

            for (String query : List.of("caf\u00e9", "cafe\u0301")) {
                assertThat(records.matching("turn", query, 10))
                        .extracting(hit -> hit.key().id())
                        .containsExactlyInAnyOrder("composed", "decomposed");
            }
        }
    }

    @Test
    void peopleWhoseNamesLookAlike_areDifferentPeople() throws Exception {
        Stores stores = newStores();
        Set<UserId> people = new HashSet<>();
        for (String name : ALIKE) {
            try (UserStore store = stores.open(new UserId(name))) {
                assertThat(store.episodes().count()).as(name).isZero();
                store.episodes().append(said("e1", "I am " + name));
                people.add(store.user());
            }
        }

        assertThat(people).hasSize(ALIKE.size());
        assertThat(stores.users()).containsExactlyInAnyOrderElementsOf(people);
        for (String name : ALIKE) {
            try (UserStore store = stores.open(new UserId(name))) {
                assertThat(store.episodes().latest(5)).containsExactly(said("e1", "I am " + name));
            }
        }
    }

    private static DerivedRecord record(String id, String text) {
        return DerivedRecord.of(new RecordKey("turn", id), text, Set.of());
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> random.nextBoolean()
                        ? BRICKS.get(random.nextInt(BRICKS.size()))
                        : new String(Character.toChars(random.nextInt(Character.MAX_CODE_POINT + 1))))
                .collect(Collectors.joining());
    }
}
