package io.personaagent.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.TestHome;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.Memory;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    @TempDir
    Path folder;

    private final List<Long> heard = new ArrayList<>();
    private Household household;
    private Memory memory;

    @BeforeEach
    void open() {
        household = TestHome.in(folder.resolve("home")).open();
        memory = household.person(new UserId("ada")).memory();
    }

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    void read_tellsHowFarItIs_afterEachBatchAndAtTheEnd() throws IOException {
        String content = lines(1, 130, "a");

        ImportReport report = read(content);

        assertThat(report).isEqualTo(new ImportReport(130, 0, List.of()));
        assertThat(heard).hasSize(3).isSorted().last().isEqualTo((long) content.length());
    }

    @Test
    void read_oneTakenId_rejectsThatLineAndKeepsItsNeighbours() throws IOException {
        read(lines(5, 5, "the first"));

        ImportReport report = read(lines(1, 10, "another"));

        assertThat(report.added()).isEqualTo(9);
        assertThat(report.rejected())
                .extracting(ImportReport.Rejection::toString)
                .containsExactly(
                        "line 5: episode 'e5' exists with another content; a new episode needs an id of its own");
        assertThat(memory.episodes().count()).isEqualTo(10);
    }

    @Test
    void read_theSameIdTwiceInOneFile_keepsTheFirst() throws IOException {
        ImportReport report = read(lines(1, 1, "one") + lines(1, 1, "one") + lines(1, 1, "two"));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.present()).isEqualTo(1);
        assertThat(report.rejected()).extracting(ImportReport.Rejection::line).containsExactly(3L);
        assertThat(memory.episodes().latest(5))
                .extracting(episode -> episode.exchange().query())
                .containsExactly("one");
    }

    @Test
    void read_reportsRejectedLinesInTheirOrder() throws IOException {
        read(lines(1, 1, "the first"));

        assertThat(read(lines(1, 1, "taken") + "[]\n" + lines(2, 2, "free") + "{}\n")
                        .rejected())
                .extracting(ImportReport.Rejection::line)
                .containsExactly(1L, 2L, 4L);
    }

    private ImportReport read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("import.jsonl"), content);
        return new Importer(memory, new ImportFormat(household.clock())).read(file, heard::add);
    }

    private static String lines(int from, int to, String text) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        "{\"id\": \"e%%d\", \"text\": \"%s\", \"happened\": \"2026-11-20\"}\n".formatted(text)
                                ::formatted)
                .collect(Collectors.joining());
    }
}
