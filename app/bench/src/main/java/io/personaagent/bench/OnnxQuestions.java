package io.personaagent.bench;

import io.personaagent.memory.embed.OnnxEmbedder;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import java.nio.file.Path;

/** The model that the program has by default, bge-small-en-v1.5, quantised. */
final class OnnxQuestions {

    private final Embedder embedder = new OnnxEmbedder(Path.of("target", "native")).embedder();

    Vector embed(String question) {
        return embedder.query(question);
    }
}
