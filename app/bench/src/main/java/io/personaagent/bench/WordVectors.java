package io.personaagent.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.text.Terms;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An embedding model that costs next to nothing: the sum of a random direction for each word, rarer words counting more, and of one
 * direction that all texts share, as real models have it. Texts with common words are near each other, so the vectors are clustered.
 */
final class WordVectors implements EmbeddingModel {

    static final int DIMENSION = 384;

    private static final double SHARED = 0.8;

    private final Map<String, float[]> words = new ConcurrentHashMap<>();

    Embedder embedder() {
        return new Embedder("words", () -> this, "");
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(vector(segment.text())))
                .toList());
    }

    private float[] vector(String text) {
        float[] sum = new float[DIMENSION];
        Terms.of(text).forEach(term -> add(words.computeIfAbsent(term, WordVectors::direction), 1, sum));
        double length = length(sum);
        float[] vector = new float[DIMENSION];
        add(sum, length == 0 ? 0 : 1 / length, vector);
        add(words.computeIfAbsent("", WordVectors::direction), SHARED / Math.sqrt(DIMENSION), vector);
        double all = length(vector);
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (vector[i] / all);
        }
        return vector;
    }

    private static void add(float[] what, double times, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += (float) (what[i] * times);
        }
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private static float[] direction(String word) {
        Random random = new Random(word.hashCode() * 0x9E3779B97F4A7C15L);
        float[] values = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
