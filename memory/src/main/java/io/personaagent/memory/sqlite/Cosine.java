package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Vector;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** {@link Vector#cosine} with stored vectors, to the last bit, without making one of them. Immutable. */
final class Cosine {

    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private final float[] values;
    private final double square;

    Cosine(float[] values) {
        this.values = values;
        double sum = 0;
        for (float value : values) {
            sum += value * (double) value;
        }
        this.square = sum;
    }

    /** How many bytes a vector has that can be compared. */
    int bytes() {
        return values.length * Float.BYTES;
    }

    /** The cosine with the vector that is stored as these bytes. */
    double with(byte[] vector) {
        double dot = 0;
        double there = 0;
        for (int i = 0; i < values.length; i++) {
            float value = (float) FLOATS.get(vector, i * Float.BYTES);
            dot += values[i] * (double) value;
            there += value * (double) value;
        }
        return square == 0 || there == 0 ? 0 : dot / Math.sqrt(square * there);
    }
}
