package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the searches of every {@link RecordStore} owe. */
public abstract class RecordSearchContract {

    // Words that stores are likely to take for something else: syntax, other cases, signs, several scripts.
    private static final List<String> WORDS = List.of(
            "tea",
            "coffee",
            "Bread",
            "c++",
            "3.14",
            "node.js",
            "don't",
            "x_y",
            "AND",
            "NEAR(a",
            "\"quote",
            "col:on",
            "caf\u00e9",
            "\u0130stanbul",
            "stra\u00dfe",
            "\u1d00\u0299",
            "\uD83D\uDE00",
            "\uD83D\uDC69\u200D\uD83D\uDC67",
            "\u4eca\u5929\u5929\u6c14",
            "\u30ab\u30bf\u30ab\u30ca",
            "\uc548\ub155",
            "\u0642\u0647\u0648\u0629",
            "\u0939\u093f\u0928\u094d\u0926\u0940",
            "\u0e01\u0e32\u0e41\u0e1f",
            "2026-03-01",
            "a@b.example",
            "*");

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
    void searches_ofAnEmptyStore_findNothing() {
        assertThat(records.matching("turn", "tea", 5)).isEmpty();
        assertThat(records.nearest("turn", vector(1, 0), 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void matching_scoresAsTheOracleDoes(long seed) {
        Random random = new Random(seed);
        Map<String, String> texts = randomTexts(random);
        put("turn", texts);
        changeSome(random, texts);

        for (int i = 0; i < 20; i++) {
            String query = randomText(random, 4);
            List<Hit> hits = records.matching("turn", query, 1000);

            Map<String, Double> expected = Bm25Oracle.scores(texts, query);
            assertThat(hits).as("query <%s>, seed %d", query, seed).hasSameSizeAs(expected.keySet());
            for (Hit hit : hits) {
                assertThat(hit.score()).isCloseTo(expected.get(hit.key().id()), within(1e-9));
            }
            assertThat(hits)
                    .isSortedAccordingTo(Comparator.comparingDouble(Hit::score).reversed());
        }
    }

    @Test
    void matching_findsEveryWordAgain() {
        for (String word : WORDS) {
            records.apply(Changes.put(text("word", "w", word)));

            boolean searchable = !Bm25Oracle.scores(Map.of("w", word), word).isEmpty();
            assertThat(records.matching("word", word, 5)).as(word).hasSize(searchable ? 1 : 0);
        }
    }

    @Test
    void matching_finds_whateverTheUnicodeForm() {
        put("turn", Map.of("a", "We met at the caf\u00e9 in Z\u00fcrich", "b", "tea"));

        assertThat(ids(records.matching("turn", "cafe\u0301", 5))).containsExactly("a");
        assertThat(ids(records.matching("turn", "Zu\u0308rich", 5))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "the of and", "?!", "\0", "\uD800", "whisky", "\" OR 1", "tea*nothing"})
    void matching_survivesAnyQuery(String query) {
        put("turn", Map.of("a", "bread", "b", "butter"));

        assertThat(records.matching("turn", query, 5)).isEmpty();
    }

    @Test
    void matching_breaksTiesById_andKeepsTheLimit() {
        put("turn", Map.of("c", "tea", "a", "tea", "d", "tea", "b", "tea", "e", "tea and tea"));

        assertThat(ids(records.matching("turn", "tea", 3))).containsExactly("e", "a", "b");
        assertThat(ids(records.matching("turn", "tea", Integer.MAX_VALUE))).containsExactly("e", "a", "b", "c", "d");
    }

    @Test
    void matching_countsATermOfTheQueryOnce() {
        put("turn", Map.of("a", "green tea", "b", "bread", "c", "milk"));

        assertThat(records.matching("turn", "tea tea tea", 5)).isEqualTo(records.matching("turn", "tea", 5));
    }

    @Test
    void matching_copesWithALongQuery() {
        put("turn", Map.of("a", "tea", "b", "bread"));
        String query = IntStream.range(0, 5000).mapToObj(i -> "word" + i).collect(Collectors.joining(" ")) + " tea";

        assertThat(ids(records.matching("turn", query, 5))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void nearest_isTheExactCosineOrder(long seed) {
        Random random = new Random(seed);
        List<DerivedRecord> all = IntStream.range(0, 200)
                .mapToObj(i -> withVector("r%03d".formatted(i), Vector.of("m", randomFloats(random))))
                .toList();
        records.apply(Changes.put(all));
        Vector query = Vector.of("m", randomFloats(random));

        List<Hit> hits = records.nearest("turn", query, 10);

        List<Hit> expected = all.stream()
                .map(record -> new Hit(record.key(), query.cosine(record.vector())))
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::key))
                .limit(10)
                .toList();
        assertThat(hits).isEqualTo(expected);
    }

    @Test
    void nearest_breaksTiesById() {
        for (String id : List.of("c", "a", "d", "b")) {
            records.apply(Changes.put(withVector(id, vector(1, 1))));
        }
        records.apply(Changes.put(withVector("z", vector(1, 0)), withVector("y", vector(-1, 0))));

        assertThat(ids(records.nearest("turn", vector(1, 0), 3))).containsExactly("z", "a", "b");
        assertThat(ids(records.nearest("turn", vector(1, 0), 100))).containsExactly("z", "a", "b", "c", "d", "y");
    }

    @Test
    void nearest_comparesVectorsOfTheSameModelOnly() {
        records.apply(Changes.put(
                withVector("same", vector(1, 0)),
                withVector("other", Vector.of("another", new float[] {1, 0})),
                withVector("longer", Vector.of("m", new float[] {1, 0, 0})),
                withVector("none", Vector.NONE)));

        assertThat(ids(records.nearest("turn", vector(1, 0), 5))).containsExactly("same");
        assertThat(records.nearest("turn", Vector.of("third", new float[] {1, 0}), 5))
                .isEmpty();
        assertThat(records.nearest("turn", Vector.NONE, 5)).isEmpty();
    }

    @Test
    void nearest_ofAllZeros_scoresNothing() {
        records.apply(Changes.put(withVector("a", vector(0, 0))));

        assertThat(records.nearest("turn", vector(1, 0), 5))
                .extracting(Hit::score)
                .containsExactly(0.0);
    }

    @Test
    void searches_forgetWhatWasRemoved() {
        records.apply(Changes.put(withVector("a", vector(1, 0)), text("turn", "b", "tea")));

        records.apply(Changes.remove(List.of(new RecordKey("turn", "a"), new RecordKey("turn", "b"))));

        assertThat(records.nearest("turn", vector(1, 0), 5)).isEmpty();
        assertThat(records.matching("turn", "tea", 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ada, persona, turn", "ada, episodic, fact", "bob, episodic, turn"})
    void searches_areNotChangedByWhatOthersStore(String user, String owner, String kind) {
        put("turn", Map.of("a", "green tea", "b", "black coffee", "c", "tea and coffee"));
        records.apply(Changes.put(withVector("v", vector(1, 1))));
        List<Hit> matching = records.matching("turn", "tea coffee", 5);
        List<Hit> nearest = records.nearest("turn", vector(1, 0), 5);

        try (UserStore others = stores.open(user.equals("bob") ? BOB : ADA)) {
            RecordStore theirs = others.records(owner);
            for (int i = 0; i < 50; i++) {
                theirs.apply(Changes.put(text(kind, "x" + i, "tea tea tea").with(vector(1, 0))));
            }
        }

        assertThat(records.matching("turn", "tea coffee", 5)).isEqualTo(matching);
        assertThat(records.nearest("turn", vector(1, 0), 5)).isEqualTo(nearest);
    }

    private void changeSome(Random random, Map<String, String> texts) {
        for (String id : List.copyOf(texts.keySet())) {
            int what = random.nextInt(4);
            if (what == 0) {
                texts.remove(id);
                records.apply(Changes.remove(List.of(new RecordKey("turn", id))));
            } else if (what == 1) {
                texts.put(id, randomText(random, 12));
                put("turn", Map.of(id, texts.get(id)));
            }
        }
    }

    private static Map<String, String> randomTexts(Random random) {
        Map<String, String> texts = new LinkedHashMap<>();
        int number = 1 + random.nextInt(30);
        for (int i = 0; i < number; i++) {
            texts.put("r" + i, randomText(random, 12));
        }
        return texts;
    }

    private static String randomText(Random random, int mostWords) {
        List<String> words = new ArrayList<>();
        int number = random.nextInt(mostWords + 1);
        for (int i = 0; i < number; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    private static float[] randomFloats(Random random) {
        float[] values = new float[8];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private void put(String kind, Map<String, String> texts) {
        List<DerivedRecord> all = new ArrayList<>();
        texts.forEach((id, text) -> all.add(text(kind, id, text)));
        records.apply(Changes.put(all));
    }

    private static DerivedRecord text(String kind, String id, String text) {
        return DerivedRecord.of(new RecordKey(kind, id), text, Set.of());
    }

    private static DerivedRecord withVector(String id, Vector vector) {
        return text("turn", id, "").with(vector);
    }

    private static Vector vector(float x, float y) {
        return Vector.of("m", new float[] {x, y});
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.key().id()).toList();
    }
}
