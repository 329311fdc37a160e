package io.personaagent.app.eval.contest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageCacheTest {

    private final List<String> embedded = new ArrayList<>();
    private final PassageCache cache = new PassageCache();
    private final Embedder embedder = new Embedder("lengths", Lengths::new, "").through(cache::around);

    /** A text's vector is its length; notes what it embeds. */
    private final class Lengths implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            segments.forEach(segment -> embedded.add(segment.text()));
            return Response.from(segments.stream()
                    .map(segment ->
                            Embedding.from(new float[] {1, segment.text().length()}))
                    .toList());
        }
    }

    @Test
    void whileOpen_eachTextIsEmbeddedOnce() {
        cache.open();

        List<Vector> first = embedder.passages(List.of("a", "bbb", "a"));
        List<Vector> second = embedder.passages(List.of("bbb", "cc"));

        assertThat(embedded).containsExactly("a", "bbb", "cc");
        assertThat(first.get(2)).isEqualTo(first.get(0)).isNotEqualTo(first.get(1));
        assertThat(second.get(0)).isEqualTo(first.get(1));
    }

    /** What is asked is embedded anew for each who is asked: it is part of what recall costs. */
    @Test
    void whileClosed_everythingIsEmbedded() {
        cache.open();
        Vector kept = embedder.passage("a");
        cache.close();

        assertThat(embedder.query("a")).isEqualTo(kept);
        assertThat(embedded).containsExactly("a", "a");
    }
}
