package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.contract.Bm25Oracle;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches over more records than are all compared: what the shortcuts find is what is there. */
class LargeSearchTest {

    private static final int SIZE = 3_000;
    private static final int DIMENSION = 384;

    @TempDir
    private Path users;

    private final Random random = new Random(7);
    private final float[][] centres = new float[60][];

    @Test
    void nearest_findsTheNearest_whoeverWroteThemAndWhateverIsGone() {
        for (int i = 0; i < centres.length; i++) {
            centres[i] = noise(1);
        }
        Map<String, Vector> vectors = new HashMap<>();
        try (UserStore store = Databases.stores(users).open(ADA);
                UserStore anothers = Databases.stores(users).open(ADA)) {
            RecordStore records = store.records("episodic");
            put(records, vectors, 0, SIZE);
            assertThat(recall(records, vectors)).isGreaterThanOrEqualTo(0.99);

            RecordStore others = anothers.records("episodic");
            put(others, vectors, SIZE, SIZE + 500);
            put(others, vectors, 0, 300);
            remove(others, vectors, 300, 1_500);
            assertThat(recall(records, vectors)).isGreaterThanOrEqualTo(0.99);

            remove(records, vectors, 1_500, SIZE + 480);
            assertThat(recall(records, vectors)).isGreaterThanOrEqualTo(0.99);
            records.clear();
            assertThat(records.nearest("turn", vector(noise(1)), 10)).isEmpty();
            assertThat(store.check()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void matching_isWhatGoingThroughAllWouldFind(long seed) {
        Random words = new Random(seed);
        Map<String, String> texts = new HashMap<>();
        try (UserStore store = Databases.stores(users).open(ADA)) {
            RecordStore records = store.records("episodic");
            for (int round = 0; round < 3; round++) {
                List<DerivedRecord> batch = new ArrayList<>();
                for (int i = 0; i < 400; i++) {
                    String id = "r" + words.nextInt(1_000);
                    texts.put(id, text(words, 3 + words.nextInt(15)));
                    batch.add(DerivedRecord.of(new RecordKey("turn", id), texts.get(id), Set.of()));
                }
                records.apply(Changes.put(batch));
                for (int limit : new int[] {1, 5, 50}) {
                    assertBest(records, texts, "name " + text(words, 4), limit);
                }
            }
        }
    }

    private static void assertBest(RecordStore records, Map<String, String> texts, String query, int limit) {
        Map<String, Double> oracle = Bm25Oracle.scores(texts, query);
        List<Double> expected = oracle.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();

        List<Hit> found = records.matching("turn", query, limit);

        assertThat(found).as(query).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).score()).isCloseTo(expected.get(i), within(1e-9));
            assertThat(oracle.get(found.get(i).key().id()))
                    .isCloseTo(found.get(i).score(), within(1e-9));
        }
    }

    /** Words are as unevenly frequent as in a language, and one of them is in most texts. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(random.nextInt(10) < 8 ? "name" : "");
        for (int i = 0; i < length; i++) {
            text.append(" w").append((int) Math.exp(random.nextDouble() * 7));
        }
        return text.toString();
    }

    private void put(RecordStore records, Map<String, Vector> vectors, int from, int to) {
        List<DerivedRecord> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Vector vector = vector(centres[random.nextInt(centres.length)], noise(0.7f));
            vectors.put("r" + i, vector);
            batch.add(DerivedRecord.of(new RecordKey("turn", "r" + i), "", Set.of())
                    .with(vector));
        }
        records.apply(Changes.put(batch));
    }

    private static void remove(RecordStore records, Map<String, Vector> vectors, int from, int to) {
        List<RecordKey> keys = new ArrayList<>();
        for (int i = from; i < to; i++) {
            keys.add(new RecordKey("turn", "r" + i));
            vectors.remove("r" + i);
        }
        records.apply(Changes.remove(keys));
    }

    /** Which share of the ten nearest is found; whatever is found has its exact score. */
    private double recall(RecordStore records, Map<String, Vector> vectors) {
        int found = 0;
        for (int i = 0; i < 50; i++) {
            Vector query = vector(centres[random.nextInt(centres.length)], noise(0.7f));
            List<String> nearest = vectors.keySet().stream()
                    .sorted(Comparator.comparingDouble(id -> -query.cosine(vectors.getOrDefault(id, Vector.NONE))))
                    .limit(10)
                    .toList();
            List<Hit> hits = records.nearest("turn", query, 10);
            assertThat(hits).hasSize(10);
            for (Hit hit : hits) {
                assertThat(hit.score())
                        .isEqualTo(query.cosine(vectors.getOrDefault(hit.key().id(), Vector.NONE)));
                found += nearest.contains(hit.key().id()) ? 1 : 0;
            }
        }
        return found / 500.0;
    }

    private float[] noise(float size) {
        float[] values = new float[DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = size * (float) random.nextGaussian();
        }
        return values;
    }

    private static Vector vector(float[]... parts) {
        float[] sum = new float[DIMENSION];
        for (float[] part : parts) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return Vector.of("m", sum);
    }
}
