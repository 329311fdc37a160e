package io.personaagent.app.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The readers on the data itself: how much plain words find comes near to what is published or was measured elsewhere with BM25, which
 * it would not if questions, messages and evidence were read wrongly.
 */
class RealDataTest {

    @TempDir
    Path folder;

    /** The sets that are quick by words alone; the others take minutes. */
    @ParameterizedTest
    @CsvSource({
        "locomo, locomo, 997, recall@10, 0.63",
        "musique, hipporag, 50, recall@5, 0.488",
    })
    void retrieval_byWords_findsAsMuchAsBm25(String dataset, String path, int items, String metric, double elsewhere) {
        Path data = data(path);

        Ran ran = TestHome.in(folder)
                .run(
                        "eval",
                        "retrieval",
                        "--dataset",
                        dataset,
                        "--data",
                        data.toString(),
                        "--backend",
                        "lexical",
                        "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().path("items").asInt()).isEqualTo(items);
        assertThat(ran.json().path("metrics").path(metric).asDouble()).isCloseTo(elsewhere, within(0.04));
    }

    @ParameterizedTest
    @CsvSource({
        "longmemeval, longmemeval, 22, 22",
        "beam, beam100k, 10, 179",
        "personabench, personabench, 12, 464",
        "memento, memento, 13, 402",
        "prefeval, prefeval, 504, 504",
        "memdaily, memdaily, 1500, 1500",
    })
    void read_theWholeSet(String dataset, String path, int haystacks, int questions) throws Exception {
        Path data = data(path);

        Suite suite = Datasets.named(dataset).orElseThrow().read(data);

        assertThat(suite.tasks()).hasSize(haystacks);
        assertThat(suite.questions()).isEqualTo(questions);
    }

    private static Path data(String path) {
        Path data = Path.of("..", "..", "shared", "data", path);
        assumeTrue(Files.exists(data), () -> "skipped: the data is not at " + data);
        return data;
    }
}
