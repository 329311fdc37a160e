package io.personaagent.core.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVectorsTest {

    @TempDir
    private Path folder;

    private final List<String> embedded = new ArrayList<>();

    @Test
    void of_embedsNoTextASecondTime_notEvenInAnotherProcess() {
        List<Vector> first = vectors("model").of(List.of("one", "two", "one"));
        List<Vector> second = vectors("model").of(List.of("two", "one", "three"));

        assertThat(embedded).containsExactly("one", "two", "three");
        assertThat(second.subList(0, 2)).containsExactly(first.get(1), first.get(0));
        assertThat(first.get(2)).isEqualTo(first.get(0));
    }

    @Test
    void of_embedsAnewForAnotherModel() {
        vectors("model").of(List.of("one"));
        List<Vector> other = vectors("other").of(List.of("one"));

        assertThat(embedded).containsExactly("one", "one");
        assertThat(other.get(0).model()).isEqualTo("other");
    }

    @Test
    void of_makesADamagedFileAnew() throws IOException {
        List<Vector> first = vectors("model").of(List.of("one", "two"));
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);

        assertThat(vectors("model").of(List.of("one", "two"))).isEqualTo(first);
        assertThat(vectors("model").of(List.of("one", "two"))).isEqualTo(first);
        assertThat(embedded).containsExactly("one", "two", "one", "two");
    }

    @Test
    void of_doesWithoutAFileThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        Embedder embedder = new Embedder("model", Lengths::new, "");

        assertThat(new KeptVectors(embedder, file).of(List.of("one"))).hasSize(1);
    }

    private KeptVectors vectors(String id) {
        return new KeptVectors(new Embedder(id, Lengths::new, ""), folder);
    }

    private final class Lengths implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            segments.forEach(segment -> embedded.add(segment.text()));
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(
                            new float[] {segment.text().length(), segment.text().charAt(0)}))
                    .toList());
        }
    }
}
