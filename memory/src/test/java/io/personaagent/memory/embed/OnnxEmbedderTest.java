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

    @Test
    void chinese_isNearerToItsParaphrase() {
        Embedder chinese = new OnnxEmbedder(OnnxModel.BGE_SMALL_ZH, Path.of("target/native")).embedder();
        Vector asked = chinese.query("\u6211\u7684\u72d7\u53eb\u4ec0\u4e48\u540d\u5b57\uff1f");

        assertThat(asked.model()).isEqualTo("bge-small-zh-v1.5-q");
        assertThat(asked.dimension()).isEqualTo(512);
        assertThat(asked.cosine(chinese.passage("\u6211\u5bb6\u7684\u5c0f\u72d7\u540d\u5b57\u662f\u65fa\u8d22\u3002")))
                .isGreaterThan(asked.cosine(chinese.passage("\u4e0b\u4e2a\u6708\u8981\u4ea4\u7a0e\u3002")) + 0.1);
    }

    @Test
    void e5_isNearerToWhatAnswersIt() {
        Embedder e5 = new OnnxEmbedder(OnnxModel.E5_SMALL, Path.of("target/native")).embedder();
        Vector asked = e5.query("When is my sister's birthday?");

        assertThat(asked.model()).isEqualTo("e5-small-v2-q");
        assertThat(asked.dimension()).isEqualTo(384);
        assertThat(asked.cosine(e5.passage("My sister was born on 14 May")))
                .isGreaterThan(asked.cosine(e5.passage("I like green tea")));
        assertThat(e5.query("tea")).isNotEqualTo(e5.passage("tea"));
    }

    @Test
    void models_areFoundByWordAndBySpace() {
        for (OnnxModel model : OnnxModel.values()) {
            assertThat(OnnxModel.named(model.word())).contains(model);
            assertThat(OnnxModel.of(model.id())).contains(model);
        }
        assertThat(OnnxModel.named("bge")).isEmpty();
        assertThat(OnnxModel.of("openai/x/3")).isEmpty();
    }
}
