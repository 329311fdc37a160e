package io.personaagent.memory.embed;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/**
 * Gives a model no more of a text than it would read: cutting a megabyte into tokens takes seconds, and all but the first 512 are thrown
 * away.
 */
public record FirstPart(EmbeddingModel model) implements EmbeddingModel {

    private static final int MOST_CHARACTERS = 8_000;

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return model.embedAll(segments.stream().map(FirstPart::cut).toList());
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    private static TextSegment cut(TextSegment segment) {
        String text = segment.text();
        if (text.length() <= MOST_CHARACTERS) {
            return segment;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return TextSegment.from(text.substring(0, end), segment.metadata());
    }
}
