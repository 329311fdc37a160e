package io.personaagent.memory.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {

    private static final OnnxEmbedder ONNX = new OnnxEmbedder(Path.of("target/native"));

    private final Embedder embedder = ONNX.embedder();

    @Test
    void query_isNearerToWhatAnswersIt() {
        Vector asked = embedder.query("When is my sister's birthday?");

        assertThat(asked.model()).isEqualTo("bge-small-en-v1.5-q");
        assertThat(asked.dimension()).isEqualTo(384);
        assertThat(asked.cosine(embedder.passage("My sister was born on 14 May")))
                .isGreaterThan(asked.cosine(embedder.passage("I like green tea")) + 0.2);
    }

    @Test
    void passages_areTheSameTogetherAndAlone() {
        assertThat(embedder.passages(List.of("tea", "", "喝茶")))
                .containsExactly(embedder.passage("tea"), embedder.passage(""), embedder.passage("喝茶"));
    }

    @Test
    void passage_ofALongText_readsItsBeginningOnly() {
        String beginning = "I like tea in the morning. ".repeat(300);

        Vector whole = embedder.passage(beginning + "Zeppelins! 🍕".repeat(80_000));

        assertThat(whole.cosine(embedder.passage(beginning))).isGreaterThan(0.9999);
    }

    @Test
    void preload_loadsOnTheGivenExecutor() {
        OnnxEmbedder fresh = new OnnxEmbedder(Path.of("target/native"));
        fresh.preload(Runnable::run);

        assertThat(fresh.model()).isSameAs(fresh.model());
    }
}
