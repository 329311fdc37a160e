package io.personaagent.memory.forget;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder;
import java.util.List;
import java.util.Random;

/** An embedding model whose vectors look like real ones, and are another for each text. */
final class DenseEmbedder implements EmbeddingModel {

    private static final int DIMENSIONS = 96;

    static Embedder embedder() {
        DenseEmbedder model = new DenseEmbedder();
        return new Embedder("dense", () -> model, "");
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(values(segment.text())))
                .toList());
    }

    @Override
    public int dimension() {
        return DIMENSIONS;
    }

    static float[] values(String text) {
        Random random = new Random(text.hashCode());
        float[] values = new float[DIMENSIONS];
        for (int at = 0; at < DIMENSIONS; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }
}
