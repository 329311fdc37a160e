package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An embedding together with the id of the model that made it; two models' vectors are never compared. Immutable. */
public final class Vector {

    /** Stands for "no vector". */
    public static final Vector NONE = new Vector("", new float[0]);

    private final String model;
    private final float[] values;

    private Vector(String model, float[] values) {
        this.model = model;
        this.values = values;
    }

    /** A vector of the model; the values are copied. */
    public static Vector of(String model, float[] values) {
        if (requireNonNull(model, "model").isBlank() || values.length == 0) {
            throw new IllegalArgumentException("a vector needs the id of its model and at least one dimension");
        }
        return new Vector(model, values.clone());
    }

    public String model() {
        return model;
    }

    public int dimension() {
        return values.length;
    }

    /** A copy of the values. */
    public float[] values() {
        return values.clone();
    }

    public boolean isNone() {
        return values.length == 0;
    }

    /**
     * The cosine of the angle between the two, from -1 to 1; 0 when one is all zeros.
     *
     * @throws IllegalArgumentException when the two come from different models
     */
    public double cosine(Vector other) {
        if (!model.equals(other.model) || values.length != other.values.length) {
            throw new IllegalArgumentException("a vector of %s (%d) cannot be compared with one of %s (%d)"
                    .formatted(model, values.length, other.model, other.values.length));
        }
        double dot = 0;
        double here = 0;
        double there = 0;
        for (int i = 0; i < values.length; i++) {
            dot += values[i] * (double) other.values[i];
            here += values[i] * (double) values[i];
            there += other.values[i] * (double) other.values[i];
        }
        return here == 0 || there == 0 ? 0 : dot / Math.sqrt(here * there);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vector that && model.equals(that.model) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return isNone() ? "no vector" : "vector of %s (%d)".formatted(model, values.length);
    }
}
