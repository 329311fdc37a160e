package io.personaagent.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.spi.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignTableTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 63, 64, 65, 384, 1024})
    void query_comparesAsTheVectorsDo(int dimension) {
        Random random = new Random(dimension);
        float[] asked = floats(random, dimension);
        SignQuery query = new SignQuery(vector(asked));

        for (int i = 0; i < 20; i++) {
            float[] stored = floats(random, dimension);
            long[] entry = Signs.words(Signs.of(VectorBlob.of(vector(stored))), Signs.words(dimension));
            int differing = 0;
            double likeness = 0;
            for (int at = 0; at < dimension; at++) {
                differing += asked[at] < 0 != stored[at] < 0 ? 1 : 0;
                likeness += stored[at] < 0 ? -asked[at] : asked[at];
            }

            assertThat(query.distance(entry, 0)).isEqualTo(differing);
            assertThat((double) query.likeness(entry, 0)).isCloseTo(likeness, within(1e-3));
        }
    }

    @Test
    void signs_ofZeros_followTheSignBit() {
        assertThat(Signs.of(VectorBlob.of(vector(0f, -0f, 1f, -1f, Float.NaN, Float.NEGATIVE_INFINITY))))
                .containsExactly(0b101010);
        assertThat(Signs.of(new byte[0])).isEmpty();
    }

    @Test
    void nearest_ofFewerThanWanted_isAll_whateverWasRemoved() {
        Random random = new Random(1);
        SignTable table = new SignTable(1);
        for (long record = 1; record <= 2_000; record++) {
            table.add(3 * record, Signs.of(VectorBlob.of(vector(floats(random, 64)))));
        }
        for (long record = 3; record <= 6_000; record += 6) {
            table.remove(record);
        }
        table.remove(4);
        table.remove(7_000);
        long full = table.bytes();

        long[] all = table.nearest(new SignQuery(vector(floats(random, 64))), 5_000, 5_000);

        Arrays.sort(all);
        assertThat(all)
                .containsExactly(LongStream.iterate(6, record -> record <= 6_000, record -> record + 6)
                        .toArray());
        assertThat(table.count()).isEqualTo(1_000);
        assertThat(full).isLessThanOrEqualTo(2_048 * 16);
    }

    @Test
    void nearest_takesThoseWithTheFewestDifferingBits_andOrdersThemByTheTruerMeasure() {
        SignTable table = new SignTable(1);
        List<float[]> stored = List.of(
                new float[] {1, 1, 1, -1}, new float[] {-1, 1, 1, 1}, new float[] {-1, -1, -1, -1}, new float[] {
                    1, 1, 1, 1
                });
        for (int i = 0; i < stored.size(); i++) {
            table.add(i + 1, Signs.of(VectorBlob.of(vector(stored.get(i)))));
        }
        SignQuery query = new SignQuery(vector(9, 1, 1, 1));

        assertThat(table.nearest(query, 2, 3)).containsExactly(4, 1);
        assertThat(table.nearest(query, 1, 1)).containsExactly(4);
        assertThat(table.nearest(query, 3, 3)).containsExactly(4, 1, 2);
    }

    @Test
    void cosine_isThatOfTheVectors_toTheLastBit() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            Vector one = vector(floats(random, 384));
            Vector other = vector(floats(random, 384));

            assertThat(new Cosine(one.values()).with(VectorBlob.of(other))).isEqualTo(one.cosine(other));
        }
        assertThat(new Cosine(new float[] {0, 0}).with(VectorBlob.of(vector(1, 2))))
                .isZero();
    }

    @Test
    void room_forgetsWhatWasNotUsedForLongest_butNotWhatIsUsed() {
        KeptRoom room = new KeptRoom(100);
        Bytes first = new Bytes(60);
        Bytes second = new Bytes(30);
        Bytes third = new Bytes(30);
        Bytes large = new Bytes(1_000);
        room.use(first);
        room.use(second);
        room.use(first);

        room.use(third);
        assertThat(List.of(first.bytes, second.bytes, third.bytes)).containsExactly(60, 0, 30);
        room.use(large);
        assertThat(List.of(first.bytes, third.bytes, large.bytes)).containsExactly(0, 0, 1_000);
        room.leave(large);
        assertThat(large.bytes).isZero();
    }

    private static final class Bytes implements Kept {

        private int bytes;

        private Bytes(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public void clear() {
            bytes = 0;
        }

        @Override
        public long bytes() {
            return bytes;
        }
    }

    private static Vector vector(float... values) {
        return Vector.of("m", values);
    }

    private static float[] floats(Random random, int dimension) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
