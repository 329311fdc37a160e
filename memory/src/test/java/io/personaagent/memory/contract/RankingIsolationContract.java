package io.personaagent.memory.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import io.personaagent.tools.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Stores} owes to each person alone: what another person or another owner writes and removes, however aptly chosen,
 * changes neither the order nor a score of what is found. Many pairs of people, each with words and vectors by chance.
 */
@Tag("fault")
public abstract class RankingIsolationContract {

    private static final List<String> WORDS =
            List.of("tea", "lake", "bread", "butter", "train", "garden", "music", "rain", "winter", "sister");

    /** Stores that nobody has used yet. */
    protected abstract Stores newStores() throws Exception;

    @Test
    void anothersWrites_neverChangeARanking() throws Exception {
        Stores stores = newStores();
        int pairs = Soak.times("pairs", 200);
        Random random = Soak.random(20_260_304);
        for (int pair = 0; pair < pairs; pair++) {
            try (UserStore mine = stores.open(new UserId("a" + pair));
                    UserStore others = stores.open(new UserId("b" + pair))) {
                RecordStore records = mine.records("owner");
                records.apply(Changes.put(records(random, 8)));
                List<String> queries = List.of(text(random), text(random), WORDS.get(random.nextInt(WORDS.size())));
                Vector vector = vector(random);
                List<List<Hit>> before = rankings(records, queries, vector);

                disturb(others.records("owner"), random, queries);
                disturb(mine.records("another"), random, queries);

                assertThat(rankings(records, queries, vector))
                        .as("pair %d", pair)
                        .isEqualTo(before);
            }
        }
    }

    private static List<List<Hit>> rankings(RecordStore records, List<String> queries, Vector vector) {
        List<List<Hit>> all = new ArrayList<>();
        queries.forEach(query -> all.add(records.matching("turn", query, 20)));
        all.add(records.nearest("turn", vector, 20));
        return all;
    }

    /** Makes the words of the queries common, and the others rare; then removes some of it again. */
    private static void disturb(RecordStore records, Random random, List<String> queries) {
        List<DerivedRecord> more = new ArrayList<>(records(random, 5));
        for (int i = 0; i < 10; i++) {
            more.add(record("many-" + i, queries.get(i % queries.size()).repeat(1 + random.nextInt(5)), random));
        }
        records.apply(Changes.put(more));
        records.apply(Changes.remove(more.subList(0, random.nextInt(more.size())).stream()
                .map(DerivedRecord::key)
                .toList()));
    }

    private static List<DerivedRecord> records(Random random, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> record("r" + i, text(random), random))
                .toList();
    }

    private static DerivedRecord record(String id, String text, Random random) {
        return DerivedRecord.of(new RecordKey("turn", id), text, Set.of()).with(vector(random));
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" ", "", " "));
    }

    private static Vector vector(Random random) {
        float[] values = new float[64];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Vector.of("model", values);
    }
}
