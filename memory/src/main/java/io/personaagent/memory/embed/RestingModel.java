package io.personaagent.memory.embed;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;

/**
 * A model whose threads rest between two texts. ONNX's own habit is to let them spin for a while in the hope of more work, and the search
 * that follows a question's embedding then has to share the processor with them.
 */
final class RestingModel extends AbstractInProcessEmbeddingModel {

    private final OnnxBertBiEncoder encoder;
    private final int numbers;

    private RestingModel(OnnxBertBiEncoder encoder, int numbers) {
        super(Runnable::run);
        this.encoder = encoder;
        this.numbers = numbers;
    }

    /**
     * Loads a model that lies in a library beside its tokenizer.
     *
     * @param name of both files, up to their endings
     * @param numbers how many a vector has
     */
    static RestingModel load(String name, PoolingMode pooling, int numbers) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = resource(name + ".onnx");
                InputStream tokenizer = resource(name + "-tokenizer.json")) {
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new RestingModel(new OnnxBertBiEncoder(environment, session, tokenizer, pooling), numbers);
        } catch (OrtException | IOException failed) {
            throw new IllegalStateException("the model %s cannot be loaded".formatted(name), failed);
        }
    }

    private static InputStream resource(String name) {
        return requireNonNull(RestingModel.class.getResourceAsStream("/" + name), name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return numbers;
    }
}
