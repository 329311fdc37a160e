package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An embedding model as memory uses it: under an id that every vector carries, and with the instruction that its authors want before a
 * query. Safe for use by several threads if the model is.
 */
public final class Embedder {

    private final String id;
    private final Supplier<EmbeddingModel> model;
    private final String queryInstruction;

    /**
     * @param id names the embedding space; a changed model needs a new id
     * @param model asked for at first use, so that a large model costs nothing before
     * @param queryInstruction put before a query's text; may be empty
     */
    public Embedder(String id, Supplier<EmbeddingModel> model, String queryInstruction) {
        this.id = requireNonNull(id, "id");
        this.model = requireNonNull(model, "model");
        this.queryInstruction = requireNonNull(queryInstruction, "queryInstruction");
    }

    /** The same space and instruction, with another way to its model, such as one that keeps what it has embedded. */
    public Embedder through(UnaryOperator<EmbeddingModel> way) {
        return new Embedder(id, () -> way.apply(model.get()), queryInstruction);
    }

    public String id() {
        return id;
    }

    /** The vector of a question. */
    public Vector query(String text) {
        return passage(queryInstruction + text);
    }

    /** The vector of something to be found. */
    public Vector passage(String text) {
        return passages(List.of(text)).get(0);
    }

    /** The vectors of things to be found, in the same order. */
    public List<Vector> passages(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        // An embedding model refuses blank text; a blank is as near to nothing as it gets.
        List<TextSegment> segments = texts.stream()
                .map(text -> TextSegment.from(text.isBlank() ? "-" : text))
                .toList();
        return model.get().embedAll(segments).content().stream()
                .map(embedding -> Vector.of(id, embedding.vector()))
                .toList();
    }
}
