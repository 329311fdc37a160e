package io.personaagent.memory.embed;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedding model that runs inside the process: bge-small-en-v1.5, quantised, on ONNX. No network, no server, 384 dimensions.
 *
 * <p>It is loaded once, at first use or at {@link #preload}, which takes the better part of a second; make one and share it. The model
 * reads the first 512 tokens of a text and not what comes after. Its authors' instruction before a query is left out: over the five
 * LoCoMo conversations recall@10 is 0.574 without and 0.567 with it. Thread-safe; it starts no threads of its own.
 */
public final class OnnxEmbedder {

    /** Names the embedding space; every vector carries it. */
    public static final String ID = "bge-small-en-v1.5-q";

    private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbedder.class);

    private final FutureTask<EmbeddingModel> model = new FutureTask<>(this::load);
    private final NativeLibraries libraries;

    /** @param unpacked where the native libraries are unpacked to, once; made when it is needed */
    public OnnxEmbedder(Path unpacked) {
        this.libraries = new NativeLibraries(unpacked);
    }

    /** What memory embeds with. */
    public Embedder embedder() {
        return new Embedder(ID, this::model, "");
    }

    /** Begins to load, so that the first question need not wait for all of it: two pieces of work that may run beside each other. */
    public void preload(Executor executor) {
        executor.execute(model);
        executor.execute(this::loadTokenizerLibrary);
    }

    /**
     * The model; waits until it is loaded.
     *
     * @throws MemoryException when it cannot be loaded on this machine
     */
    public EmbeddingModel model() {
        model.run();
        try {
            return model.get();
        } catch (ExecutionException failure) {
            throw new MemoryException(
                    "the embedding model %s could not be loaded: %s".formatted(ID, rootOf(failure)), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MemoryException(
                    "interrupted while the embedding model %s was being loaded".formatted(ID), interrupted);
        }
    }

    private void loadTokenizerLibrary() {
        prepareLibraries();
        try {
            LibUtils.checkStatus();
        } catch (RuntimeException | LinkageError broken) {
            LOG.debug("the tokenizer's library could not be loaded; who asks for the model will be told", broken);
        }
    }

    private void prepareLibraries() {
        libraries.redirect();
        // The tokenizer's library reports its use to its makers from some clouds unless it is told not to.
        if (System.getenv("OPT_OUT_TRACKING") == null) {
            System.setProperty("OPT_OUT_TRACKING", "true");
        }
    }

    private EmbeddingModel load() {
        prepareLibraries();
        libraries.unpackOnnx();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The model is looked up through the thread, which may be a plugin's and not see it.
        thread.setContextClassLoader(OnnxEmbedder.class.getClassLoader());
        try {
            // ONNX spreads one text over all cores; a pool over several texts at once was no faster on two.
            return new FirstPart(new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
