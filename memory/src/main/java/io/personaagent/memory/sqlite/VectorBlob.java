package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A vector's values as float32, little-endian. */
final class VectorBlob {

    private VectorBlob() {}

    static byte[] of(Vector vector) {
        float[] values = vector.values();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    static Vector vector(String model, byte[] blob) {
        if (blob.length == 0) {
            return Vector.NONE;
        }
        float[] values = new float[blob.length / Float.BYTES];
        ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Vector.of(model, values);
    }
}
