package io.personaagent.memory.embed;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import io.personaagent.memory.spi.Embedder.Instructions;
import java.util.Arrays;
import java.util.Optional;

/** The embedding models that run inside the process, each quantised to 8 bits. */
public enum OnnxModel {
    /** English, 384 dimensions. Its authors' instruction before a query is left out: see {@link OnnxEmbedder}. */
    BGE_SMALL_EN("bge-small-en", "bge-small-en-v1.5-q"),
    /** Chinese, 512 dimensions. */
    BGE_SMALL_ZH("bge-small-zh", "bge-small-zh-v1.5-q"),
    /** English, 384 dimensions; it was trained with a word before each text, and does worse without. */
    E5_SMALL("e5-small", "e5-small-v2-q");

    private final String word;
    private final String id;

    OnnxModel(String word, String id) {
        this.word = word;
        this.id = id;
    }

    /** The one that the configuration calls so. */
    public static Optional<OnnxModel> named(String word) {
        return Arrays.stream(values()).filter(model -> model.word.equals(word)).findFirst();
    }

    /** The one that makes vectors of this space. */
    public static Optional<OnnxModel> of(String id) {
        return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
    }

    /** What the configuration calls it. */
    public String word() {
        return word;
    }

    /** Names its embedding space. */
    public String id() {
        return id;
    }

    Instructions instructions() {
        return this == E5_SMALL ? new Instructions("query: ", "passage: ") : Instructions.NONE;
    }

    /** Loads it, which takes the better part of a second. */
    EmbeddingModel load() {
        return switch (this) {
            case BGE_SMALL_EN -> RestingModel.load(id, PoolingMode.CLS, 384);
            case BGE_SMALL_ZH -> RestingModel.load(id, PoolingMode.CLS, 512);
            case E5_SMALL -> RestingModel.load(id, PoolingMode.MEAN, 384);
        };
    }
}
