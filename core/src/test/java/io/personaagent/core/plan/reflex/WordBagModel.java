package io.personaagent.core.plan.reflex;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Embeds a text as the bag of its words: the same words, the same vector. Counts what it embeds. */
public final class WordBagModel implements EmbeddingModel {

    private static final int DIMENSION = 512;

    private final AtomicInteger embedded = new AtomicInteger();

    public Embedder embedder() {
        return new Embedder("word-bag", () -> this, "");
    }

    public int embedded() {
        return embedded.get();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        embedded.addAndGet(segments.size());
        return Response.from(
                segments.stream().map(segment -> bag(segment.text())).toList());
    }

    private static Embedding bag(String text) {
        float[] values = new float[DIMENSION];
        for (String word : Utterance.words(text)) {
            values[Math.floorMod(word.hashCode(), DIMENSION)] += 1;
        }
        return Embedding.from(values);
    }
}
