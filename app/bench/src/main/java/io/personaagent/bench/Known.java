package io.personaagent.bench;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** Gives Spring AI the vectors that the others have, by name, so that no time goes into making them. */
final class Known implements EmbeddingModel {

    private final Map<String, float[]> vectors = new HashMap<>();

    void put(String text, float[] vector) {
        vectors.put(text, vector);
    }

    @Override
    public int dimensions() {
        return WordVectors.DIMENSION;
    }

    @Override
    public float[] embed(Document document) {
        return embed(requireNonNull(document.getText()));
    }

    @Override
    public float[] embed(String text) {
        return requireNonNull(vectors.get(text));
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        return new EmbeddingResponse(request.getInstructions().stream()
                .map(text -> new Embedding(embed(text), 0))
                .toList());
    }
}
