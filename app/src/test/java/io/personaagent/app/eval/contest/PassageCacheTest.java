package io.personaagent.app.eval.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void keptIn_aFolder_outlastsTheRun(@TempDir Path folder) {
        Vector first = embedding(PassageCache.keptIn(folder, "lengths/1"), "bbb");

        Vector second = embedding(PassageCache.keptIn(folder, "lengths/1"), "bbb");

        assertThat(second).isEqualTo(first);
        assertThat(embedded).containsExactly("bbb");
        assertThat(folder).isDirectoryContaining("glob:**lengths_1.vectors");
    }

    @Test
    void keptIn_otherModel_sharesNothing(@TempDir Path folder) {
        embedding(PassageCache.keptIn(folder, "one"), "a");
        embedding(PassageCache.keptIn(folder, "other"), "a");

        assertThat(embedded).containsExactly("a", "a");
    }

    @Test
    void keptIn_whatAKilledRunLeft_isWrittenOver(@TempDir Path folder) throws IOException {
        embedding(PassageCache.keptIn(folder, "m"), "a");
        embedding(PassageCache.keptIn(folder, "m"), "bbb");
        Path file = folder.resolve("m.vectors");
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        embedding(PassageCache.keptIn(folder, "m"), "a");
        embedding(PassageCache.keptIn(folder, "m"), "bbb");

        assertThat(embedded).containsExactly("a", "bbb", "bbb");
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void keptIn_aFileOfSomethingElse_isLeftAsItIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("m.vectors");
        Files.writeString(file, "This is a letter to somebody, and no vectors at all.");

        assertThatThrownBy(() -> PassageCache.keptIn(folder, "m"))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage(
                        "'%s' is no file of vectors: one of them has 1679847023 dimensions".formatted(file));
        assertThat(file).hasContent("This is a letter to somebody, and no vectors at all.");
    }

    private Vector embedding(PassageCache kept, String text) {
        kept.open();
        return new Embedder("lengths", Lengths::new, "").through(kept::around).passage(text);
    }
}
