package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.contract.Threads;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.UserStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing processes that are killed, and several that write at once. */
class KillTest {

    private static final int EPISODES = 200;

    @TempDir
    private Path users;

    @Test
    void whatWasAcknowledged_survivesAKill_exactlyOnce() throws Exception {
        Random random = new Random(20_260_301);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            String prefix = "r%d-".formatted(round);
            List<String> printed = killedAfter(1 + random.nextInt(EPISODES - 50), prefix, random.nextInt(3_000_000));
            acknowledged.addAll(printed);

            try (UserStore store = new SqliteStores(users, TestEpisodes.CLOCK).open(ADA)) {
                assertThat(store.check()).isEmpty();
                assertThat(idsInTheLog(store)).containsAll(acknowledged).doesNotHaveDuplicates();
                List<Receipt> retried = store.episodes()
                        .appendAll(IntStream.range(0, EPISODES)
                                .mapToObj(i -> Appender.episode(prefix, i))
                                .toList());
                assertThat(retried.stream().filter(receipt -> !receipt.added()))
                        .extracting(receipt -> receipt.id().value())
                        .containsAll(printed);
                assertThat(store.episodes().count()).isEqualTo((round + 1L) * EPISODES);
                retried.forEach(receipt -> acknowledged.add(receipt.id().value()));
            }
        }
    }

    @Test
    void processes_thatWriteAtOnce_loseNothing() throws Exception {
        Threads.run(2, i -> {
            Process process = appender("p%d-".formatted(i), 0, 100);
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.lines()).hasSize(101);
            }
            assertThat(process.waitFor()).isZero();
            return true;
        });

        try (UserStore store = new SqliteStores(users, TestEpisodes.CLOCK).open(ADA)) {
            assertThat(idsInTheLog(store)).hasSize(200).doesNotHaveDuplicates();
            assertThat(store.episodes().after(0, 1000)).hasSize(400);
            assertThat(store.records("kill").count("turn")).isEqualTo(200);
            assertThat(store.check()).isEmpty();
        }
    }

    private List<String> killedAfter(int receipts, String prefix, int nanosLater)
            throws IOException, InterruptedException {
        Process process = appender(prefix, 0, EPISODES);
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            for (int i = 0; i < receipts; i++) {
                printed.add(new EpisodeId(output.readLine()).value());
            }
            // Somewhere within the next few writes, not always right after a receipt.
            long end = System.nanoTime() + nanosLater;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            // Not Process.destroyForcibly(): it closes the pipe, and with it what was printed but not read.
            process.toHandle().destroyForcibly();
            output.lines().filter(line -> line.matches("r\\d-\\d+")).forEach(printed::add);
        }
        assertThat(process.waitFor()).isNotZero();
        return printed;
    }

    private Process appender(String prefix, int first, int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        users.toString(),
                        prefix,
                        Integer.toString(first),
                        Integer.toString(number))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> idsInTheLog(UserStore store) {
        List<LogEntry> entries = store.episodes().after(0, 100_000);
        // An episode with feedback has two entries; its own is the first.
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.episode().id().value()));
        assertThat(store.episodes().count()).isEqualTo(ids.size());
        return List.copyOf(ids);
    }
}
