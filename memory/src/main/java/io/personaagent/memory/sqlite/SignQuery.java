package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Vector;

/**
 * A vector that signatures are compared with, in two ways: by the bits that differ, which is fastest, and by what the signs say of the
 * dot product with the vector as it is, which is truer. Immutable.
 */
final class SignQuery {

    private static final int BYTES = 256;

    private final long[] signs;
    /** For each byte of a signature and each value that it can have, the part of the dot product that it stands for. */
    private final float[] parts;

    SignQuery(Vector vector) {
        float[] values = vector.values();
        this.signs = Signs.words(Signs.of(VectorBlob.of(vector)), Signs.words(values.length));
        this.parts = parts(values, signs.length * Long.BYTES);
    }

    private static float[] parts(float[] values, int bytes) {
        float[] parts = new float[bytes * BYTES];
        for (int at = 0; at < bytes; at++) {
            for (int bit = 0; bit < 8; bit++) {
                int dimension = 8 * at + bit;
                float value = dimension < values.length ? values[dimension] : 0;
                // Each bit doubles what is there: the same again with the value against it.
                for (int lower = (1 << bit) - 1; lower >= 0; lower--) {
                    float without = parts[at * BYTES + lower];
                    parts[at * BYTES + lower] = without + value;
                    parts[at * BYTES + lower + (1 << bit)] = without - value;
                }
            }
        }
        return parts;
    }

    int words() {
        return signs.length;
    }

    /** How many bits differ from the signature that begins here. */
    int distance(long[] signatures, int at) {
        int distance = 0;
        for (int word = 0; word < signs.length; word++) {
            distance += Long.bitCount(signatures[at + word] ^ signs[word]);
        }
        return distance;
    }

    /** The dot product with a vector of ones that has the signs of the signature that begins here. */
    float likeness(long[] signatures, int at) {
        float sum = 0;
        int part = 0;
        for (int word = 0; word < signs.length; word++) {
            long bits = signatures[at + word];
            for (int shift = 0; shift < Long.SIZE; shift += 8, part += BYTES) {
                sum += parts[part + (int) (bits >>> shift & 0xFF)];
            }
        }
        return sum;
    }
}
