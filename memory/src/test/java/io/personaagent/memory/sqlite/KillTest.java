package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.Soak;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.contract.Threads;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.UserStore;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing processes that are killed, and several that write at once. */
@Tag("fault")
class KillTest {

    private static final int THREADS = 4;
    private static final int MORE_THAN_IT_CAN_WRITE = 100_000;
    private static final int KILLS_OF_ONE_STORE = 10;

    @TempDir
    private Path folder;

    private Path users = Path.of("");
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> retried = new HashSet<>();
    private long cursor;
    private int unacknowledged;

    @Test
    void whatWasAcknowledged_survivesAKill_exactlyOnce() throws Exception {
        int kills = Soak.times("kills", 50);
        Random random = Soak.random(20_260_301);
        int written = 0;
        for (int kill = 0; kill < kills; kill++) {
            if (kill % KILLS_OF_ONE_STORE == 0) {
                written += acknowledged.size();
                begin(folder.resolve("users-" + kill));
            }
            kill("k%d-".formatted(kill), random.nextInt(250_000_000));
            verify("k%d-".formatted(kill));
            Soak.passed("kills", kill + 1);
        }
        System.out.printf(
                "%d kills: %d acknowledged episodes were there once each; %d were there without having been acknowledged%n",
                kills, written + acknowledged.size(), unacknowledged);
    }

    @Test
    void processes_thatWriteAtOnce_loseNothing() throws Exception {
        begin(folder.resolve("users"));
        int each = Soak.times("writes", 25);
        Threads.run(2, i -> {
            Process process = Child.start(Appender.class, users, "p%d-".formatted(i), THREADS, each);
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.lines().filter(line -> line.startsWith("p"))).hasSize(THREADS * each);
            }
            assertThat(process.waitFor()).isZero();
            return true;
        });

        try (UserStore store = new SqliteStores(users, TestEpisodes.CLOCK).open(ADA)) {
            assertThat(idsInTheLog(store)).hasSize(2 * THREADS * each);
            assertThat(store.check()).isEmpty();
        }
    }

    private void begin(Path newUsers) {
        users = newUsers;
        acknowledged.clear();
        retried.clear();
        cursor = 0;
    }

    /** Kills a writing process some time after its first receipt. */
    private void kill(String prefix, int nanosLater) throws Exception {
        Process process = Child.start(Appender.class, users, prefix, THREADS, MORE_THAN_IT_CAN_WRITE);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            note(output.readLine());
            CompletableFuture<Boolean> killed = CompletableFuture.supplyAsync(() -> killedLater(process, nanosLater));
            // A line that the kill cut off is no receipt.
            output.lines()
                    .filter(line -> line.matches("k\\d+-\\d-\\d+|cursor \\d+"))
                    .forEach(this::note);
            assertThat(killed.get()).isTrue();
        }
        assertThat(process.waitFor()).isNotZero();
    }

    private static boolean killedLater(Process process, int nanosLater) {
        try {
            assertThat(process.waitFor(nanosLater, TimeUnit.NANOSECONDS)).isFalse();
        } catch (InterruptedException tooLate) {
            return false;
        }
        // Not Process.destroyForcibly(): it closes the pipe, and with it what was printed but not read.
        return process.toHandle().destroyForcibly();
    }

    private void note(String line) {
        if (line.startsWith("cursor ")) {
            cursor = Long.parseLong(line.substring("cursor ".length()));
        } else {
            acknowledged.add(new EpisodeId(line).value());
        }
    }

    private void verify(String prefix) {
        try (UserStore store = new SqliteStores(users, TestEpisodes.CLOCK).open(ADA)) {
            assertThat(store.check()).isEmpty();
            Set<String> there = idsInTheLog(store);
            assertThat(there).containsAll(acknowledged);
            // Each thread may have had one write under way.
            assertThat(there.size() - acknowledged.size()).isBetween(0, THREADS);
            unacknowledged += there.size() - acknowledged.size();
            verifyRecords(store);
            verifyBeside(store, there);
            retry(store, prefix, there);
        }
    }

    /** The records and the cursor moved together, and never back. */
    private void verifyRecords(UserStore store) {
        long reached = store.records("kill").cursor();
        assertThat(reached).isGreaterThanOrEqualTo(cursor);
        Set<String> derived = new HashSet<>();
        for (DerivedRecord record : store.records("kill").list("turn", "", Integer.MAX_VALUE)) {
            derived.add(record.key().id());
        }
        Set<String> read = new HashSet<>();
        for (LogEntry entry : store.episodes().after(0, Integer.MAX_VALUE)) {
            if (entry.position() <= reached) {
                read.add(entry.episode().id().value());
            }
        }
        assertThat(derived).isEqualTo(read);
    }

    /** What was appended together is there together. */
    private void verifyBeside(UserStore store, Set<String> there) {
        Set<String> beside = new HashSet<>(retried);
        for (DerivedRecord record : store.records("beside").list("turn", "", Integer.MAX_VALUE)) {
            beside.add(record.key().id());
        }
        assertThat(beside).isEqualTo(there);
    }

    /** Who has got no receipt asks again: what is there is not added twice, the rest is added. */
    private void retry(UserStore store, String prefix, Set<String> there) {
        List<Episode> again = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String of = Appender.prefix(prefix, thread);
            int next = 0;
            while (there.contains(of + next)) {
                next++;
            }
            for (int i = Math.max(0, next - 1); i <= next; i++) {
                again.add(Appender.episode(of, i));
            }
        }
        for (Receipt receipt : store.episodes().appendAll(again)) {
            assertThat(receipt.added()).isEqualTo(!there.contains(receipt.id().value()));
            acknowledged.add(receipt.id().value());
            if (receipt.added()) {
                retried.add(receipt.id().value());
            }
        }
        assertThat(idsInTheLog(store)).hasSizeGreaterThanOrEqualTo(there.size()).containsAll(acknowledged);
        acknowledged.addAll(there);
    }

    /** No position is missing and none is there twice. */
    private static Set<String> idsInTheLog(UserStore store) {
        List<LogEntry> entries = store.episodes().after(0, Integer.MAX_VALUE);
        assertThat(entries)
                .extracting(LogEntry::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        // An episode with feedback has two entries.
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.episode().id().value()));
        assertThat(store.episodes().count()).isEqualTo(ids.size());
        return ids;
    }
}
