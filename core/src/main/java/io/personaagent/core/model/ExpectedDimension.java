package io.personaagent.core.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.EmbedderException;
import java.util.List;

/** A model whose vectors must have as many numbers as those that they will be compared with. */
record ExpectedDimension(EmbeddingModel model, int expected, String server) implements EmbeddingModel {

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        Response<List<Embedding>> made = model.embedAll(segments);
        for (Embedding each : made.content()) {
            if (each.dimension() != expected) {
                throw new EmbedderException(
                        ("the embedding server at %s answers with %d dimensions, but memory was built with %d: it has another model now;"
                                        + " 'personaagent memory rebuild --restart' builds memory with that")
                                .formatted(server, each.dimension(), expected));
            }
        }
        return made;
    }

    @Override
    public int dimension() {
        return expected;
    }
}
