package io.personaagent.core.select;

import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Terms;
import java.util.List;

/** Vectors of the words of a text; two texts are alike as far as they share words. */
final class WordVectors implements TextVectors {

    private static final int DIMENSIONS = 256;

    @Override
    public Vector query(String text) {
        float[] counts = new float[DIMENSIONS];
        Terms.of(text).forEach(term -> counts[Math.floorMod(term.hashCode(), DIMENSIONS)]++);
        return Vector.of("words", counts);
    }

    @Override
    public List<Vector> of(List<String> texts) {
        return texts.stream().map(this::query).toList();
    }
}
