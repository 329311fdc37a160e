package io.personaagent.memory.sqlite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import org.sqlite.Function;

/**
 * The signs of a vector's values, one bit each, set where the value is negative: value i is bit i % 8 of byte i / 8. How many bits
 * differ between two says roughly how far apart the vectors are.
 */
final class Signs {

    private Signs() {}

    /** The signs of the vector that is stored as these bytes. */
    static byte[] of(byte[] vector) {
        int dimension = vector.length / Float.BYTES;
        byte[] signs = new byte[(dimension + 7) / 8];
        for (int i = 0; i < dimension; i++) {
            // The highest bit of the highest byte.
            if (vector[Float.BYTES * i + 3] < 0) {
                signs[i / 8] |= (byte) (1 << (i % 8));
            }
        }
        return signs;
    }

    /** How many words {@link #words} makes of the signs of a vector. */
    static int words(int dimension) {
        return (dimension + 63) / 64;
    }

    /** The same bits in words, filled up with zeros: value i is bit i % 64 of word i / 64. */
    static long[] words(byte[] signs, int count) {
        ByteBuffer filled = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        filled.put(signs, 0, Math.min(signs.length, filled.capacity())).clear();
        long[] words = new long[count];
        filled.asLongBuffer().get(words);
        return words;
    }

    /** {@link #of} as a function of SQL. */
    static Function function() {
        return new Function() {
            @Override
            protected void xFunc() throws SQLException {
                byte[] vector = value_blob(0);
                result(of(vector == null ? new byte[0] : vector));
            }
        };
    }
}
