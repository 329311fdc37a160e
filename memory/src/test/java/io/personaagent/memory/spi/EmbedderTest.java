package io.personaagent.memory.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder.Instructions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbedderTest {

    private final List<String> read = new ArrayList<>();

    private final EmbeddingModel model = new EmbeddingModel() {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            segments.forEach(segment -> read.add(segment.text()));
            if (read.contains("broken")) {
                throw new IllegalStateException("no power");
            }
            return Response.from(segments.stream()
                    .map(segment ->
                            Embedding.from(new float[] {1, segment.text().length()}))
                    .toList());
        }
    };

    @Test
    void instructions_standBeforeWhatTheyAreFor() {
        Embedder embedder = new Embedder("e5", () -> model, new Instructions("query: ", "passage: "));

        embedder.query("tea?");
        embedder.passages(List.of("tea", ""));

        assertThat(read).containsExactly("query: tea?", "passage: tea", "passage: ");
    }

    @Test
    void blankText_isNeverSent() {
        new Embedder("plain", () -> model, "").passage(" ");

        assertThat(read).containsExactly("-");
    }

    @Test
    void failure_isToldUntilItWorksAgain() {
        Embedder embedder = new Embedder("plain", () -> model, "");
        assertThatThrownBy(() -> embedder.passage("broken"))
                .isInstanceOf(EmbedderException.class)
                .hasMessage("the embedder failed: no power");
        assertThat(embedder.trouble()).isEqualTo("the embedder failed: no power");
        read.clear();

        assertThat(embedder.passage("tea").model()).isEqualTo("plain");
        assertThat(embedder.trouble()).isEmpty();
    }

    @Test
    void missing_makesNoVectorAndSaysWhy() {
        Embedder missing = Embedder.missing("gone", "it was unplugged");

        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.id()).isEqualTo("gone");
        assertThatThrownBy(() -> missing.query("tea"))
                .isInstanceOf(EmbedderException.class)
                .hasMessage("it was unplugged");
        assertThat(missing.trouble()).isEqualTo("it was unplugged");
    }
}
