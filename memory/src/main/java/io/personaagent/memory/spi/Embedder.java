package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An embedding model as memory uses it: under an id that every vector carries, and with the instructions that its authors want before a
 * text. Safe for use by several threads if the model is.
 */
public final class Embedder {

    private final Supplier<String> id;
    private final Supplier<EmbeddingModel> model;
    private final Instructions instructions;
    private final boolean missing;
    private volatile String trouble = "";

    /**
     * What a model's authors want before a text; either may be empty.
     *
     * @param query put before a question
     * @param passage put before what is to be found
     */
    public record Instructions(String query, String passage) {

        public static final Instructions NONE = new Instructions("", "");

        public Instructions {
            requireNonNull(query, "query");
            requireNonNull(passage, "passage");
        }
    }

    /**
     * An embedder whose model wants nothing before a passage.
     *
     * @param id names the embedding space; a changed model needs a new id
     * @param model asked for at first use, so that a large model costs nothing before
     * @param queryInstruction put before a query's text; may be empty
     */
    public Embedder(String id, Supplier<EmbeddingModel> model, String queryInstruction) {
        this(id, model, new Instructions(queryInstruction, ""));
    }

    /**
     * @param id names the embedding space; a changed model or instruction before passages needs a new id
     * @param model asked for at first use, so that a large model costs nothing before
     */
    public Embedder(String id, Supplier<EmbeddingModel> model, Instructions instructions) {
        this(constant(id), model, instructions, false);
    }

    private Embedder(Supplier<String> id, Supplier<EmbeddingModel> model, Instructions instructions, boolean missing) {
        this.id = requireNonNull(id, "id");
        this.model = requireNonNull(model, "model");
        this.instructions = requireNonNull(instructions, "instructions");
        this.missing = missing;
    }

    /**
     * An embedder whose id is not known before it has been asked for something, such as one on a server that does not tell its dimension.
     *
     * @param id may take its time, and throw an {@link EmbedderException}; the same each time that it returns
     */
    public static Embedder learning(Supplier<String> id, Supplier<EmbeddingModel> model, Instructions instructions) {
        return new Embedder(id, model, instructions, false);
    }

    /** Stands for a model that cannot be had: it makes no vectors and says why. */
    public static Embedder missing(String id, String why) {
        requireNonNull(why, "why");
        return new Embedder(
                constant(id),
                () -> {
                    throw new EmbedderException(why);
                },
                Instructions.NONE,
                true);
    }

    private static Supplier<String> constant(String id) {
        requireNonNull(id, "id");
        return () -> id;
    }

    /**
     * Names the embedding space.
     *
     * @throws EmbedderException when it must be asked for and cannot be
     */
    /** The same space and instructions, with another way to its model, such as one that keeps what it has embedded. */
    public Embedder through(UnaryOperator<EmbeddingModel> way) {
        return new Embedder(id, () -> way.apply(model.get()), instructions, missing);
    }

    public String id() {
        return id.get();
    }

    /** Whether it will never make a vector, so that waiting for it is in vain. */
    public boolean isMissing() {
        return missing;
    }

    /** Why the last attempt failed; empty when it did not. */
    public String trouble() {
        return trouble;
    }

    /**
     * The vector of a question.
     *
     * @throws EmbedderException when the model fails
     */
    public Vector query(String text) {
        return embedded(List.of(instructions.query() + text)).get(0);
    }

    /**
     * The vector of something to be found.
     *
     * @throws EmbedderException when the model fails
     */
    public Vector passage(String text) {
        return passages(List.of(text)).get(0);
    }

    /**
     * The vectors of things to be found, in the same order.
     *
     * @throws EmbedderException when the model fails
     */
    public List<Vector> passages(List<String> texts) {
        return embedded(
                texts.stream().map(text -> instructions.passage() + text).toList());
    }

    private List<Vector> embedded(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        // An embedding model refuses blank text; a blank is as near to nothing as it gets.
        List<TextSegment> segments = texts.stream()
                .map(text -> TextSegment.from(text.isBlank() ? "-" : text))
                .toList();
        try {
            List<Embedding> made = model.get().embedAll(segments).content();
            String space = id();
            trouble = "";
            return made.stream()
                    .map(embedding -> Vector.of(space, embedding.vector()))
                    .toList();
        } catch (EmbedderException told) {
            throw noted(told);
        } catch (RuntimeException | LinkageError broken) {
            throw noted(new EmbedderException("the embedder failed: " + broken.getMessage(), broken));
        }
    }

    private EmbedderException noted(EmbedderException failure) {
        trouble = String.valueOf(failure.getMessage());
        return failure;
    }
}
