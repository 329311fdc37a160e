package io.personaagent.memory.contract;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.text.Terms;
import java.util.List;

/**
 * An embedding model for tests that needs no model: each term counts in one of 512 dimensions, chosen by its hash. The same text has the
 * same vector everywhere, and texts that share words are near each other. Thread-safe.
 */
public final class HashingEmbedder implements EmbeddingModel {

    private static final int DIMENSIONS = 512;

    /** What memory embeds with, under the id {@code hashing}. */
    public static Embedder embedder() {
        HashingEmbedder model = new HashingEmbedder();
        return new Embedder("hashing", () -> model, "");
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream().map(HashingEmbedder::embedding).toList());
    }

    @Override
    public int dimension() {
        return DIMENSIONS;
    }

    private static Embedding embedding(TextSegment segment) {
        float[] values = new float[DIMENSIONS];
        // Two texts are never quite unlike each other, as with real models, and none is all zeros.
        values[0] = 0.5f;
        for (String term : Terms.of(segment.text())) {
            values[1 + Math.floorMod(term.hashCode() * 31, DIMENSIONS - 1)] += 1;
        }
        return Embedding.from(values);
    }
}
