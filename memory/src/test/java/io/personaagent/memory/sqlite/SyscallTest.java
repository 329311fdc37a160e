package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.personaagent.memory.contract.Soak;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.UserStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operating system refuses the Nth call of a kind, for one N after the other. Needs {@code strace}. */
@Tag("fault")
class SyscallTest {

    private static final int[] SOME = {1, 2, 3, 5, 8, 13, 21};

    @TempDir
    private Path folder;

    /** What fails, from which call on. */
    private enum Fault {
        SYNC_ONCE("fsync,fdatasync", "EIO", ""),
        WRITE_ONCE("pwrite64", "EIO", ""),
        DISK_FULL("pwrite64", "ENOSPC", "+");

        private final String calls;
        private final String error;
        private final String andLater;

        Fault(String calls, String error, String andLater) {
            this.calls = calls;
            this.error = error;
            this.andLater = andLater;
        }

        List<String> at(int number) {
            return List.of(
                    "strace",
                    "-f",
                    "--seccomp-bpf",
                    "-qq",
                    "-o",
                    "/dev/null",
                    "-e",
                    "trace=" + calls,
                    "-e",
                    "inject=%s:error=%s:when=%d%s".formatted(calls, error, number, andLater));
        }
    }

    @BeforeEach
    void needsStrace() throws InterruptedException {
        assumeTrue(straceWorks(), "strace is not there or may not trace, so no system call can be made to fail");
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatFails_losesNothingThatWasAcknowledged(Fault fault) throws Exception {
        int most = Soak.times("syscalls", 0);
        int[] numbers = most == 0 ? SOME : IntStream.rangeClosed(1, most).toArray();
        int noticed = 0;
        for (int number : numbers) {
            Path users = folder.resolve("%s-%d".formatted(fault, number));
            List<String> told = run(fault.at(number), users, number + 5);

            noticed += told.stream().anyMatch(line -> line.matches("(failed|refused).*")) ? 1 : 0;
            isSaidClearly(told);
            if (fault != Fault.DISK_FULL) {
                nothingIsAcknowledgedAfterwards(told);
            }
            nothingIsLost(users, told);
            deleteAll(users);
            Soak.passed(fault.name(), number);
        }
        // SQLite leaves it at that when it cannot sync a folder, or tidy up.
        assertThat(noticed).isGreaterThan(numbers.length / 2);
        System.out.printf(
                "%s: each of %d system calls failed, %d of them were answered by an error; nothing was lost%n",
                fault, numbers.length, noticed);
    }

    @Test
    void eachAcknowledgedWrite_wasSynced() throws Exception {
        int writes = 1000;
        Path calls = folder.resolve("calls");

        List<String> told = run(
                List.of("strace", "-f", "--seccomp-bpf", "-qq", "-o", calls.toString(), "-e", "trace=fsync,fdatasync"),
                folder.resolve("users"),
                writes);

        assertThat(told).hasSize(writes + 1).contains("read " + writes);
        try (Stream<String> lines = Files.lines(calls)) {
            assertThat(lines.filter(line -> line.contains("sync("))).hasSizeGreaterThanOrEqualTo(writes);
        }
    }

    private static List<String> run(List<String> below, Path users, int episodes) throws Exception {
        Process process = Child.start(below, StubbornAppender.class, users, episodes);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> told = output.lines().toList();
            assertThat(process.waitFor()).as("%s", told).isZero();
            return told;
        }
    }

    private static void isSaidClearly(List<String> told) {
        for (String line : told) {
            if (line.startsWith("failed") || line.startsWith("refused")) {
                assertThat(line)
                        .containsAnyOf(
                                "the disk is full, nothing was changed; make room and try again",
                                "the disk reported an error (",
                                "the disk reported an error before, so nothing more is written; check the disk",
                                "could not open the store: java.io.IOException:",
                                "the file cannot be opened; check its permissions");
            }
        }
        if (told.stream().noneMatch(line -> line.startsWith("refused"))) {
            assertThat(told.get(told.size() - 1)).matches("read \\d+");
        }
    }

    private static void nothingIsAcknowledgedAfterwards(List<String> told) {
        boolean failed = false;
        for (String line : told) {
            failed |= line.startsWith("failed");
            assertThat(failed && line.startsWith("ok")).as("%s", told).isFalse();
        }
    }

    /** On a disk that works again. */
    private static void nothingIsLost(Path users, List<String> told) {
        try (UserStore store = new SqliteStores(users, CLOCK).open(ADA)) {
            assertThat(store.check()).isEmpty();
            List<String> there = new ArrayList<>();
            store.episodes()
                    .after(0, Integer.MAX_VALUE)
                    .forEach(entry -> there.add(entry.episode().id().value()));
            List<String> acknowledged = ids(told, "ok ");
            assertThat(there).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(ids(told, "failed ")).containsAll(without(there, acknowledged));
            for (String failed : ids(told, "failed ")) {
                int number = Integer.parseInt(failed.substring(1));
                assertThat(store.episodes()
                                .append(Appender.episode("e", number))
                                .added())
                        .isEqualTo(!there.contains(failed));
                assertThat(store.episodes().find(new EpisodeId(failed))).isPresent();
            }
        }
    }

    private static List<String> ids(List<String> told, String kind) {
        return told.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()).replaceFirst(":.*", ""))
                .toList();
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private static boolean straceWorks() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            System.out.println("strace cannot be run: " + absent.getMessage());
            return false;
        }
    }

    private static void deleteAll(Path users) throws IOException {
        try (Stream<Path> files = Files.walk(users)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
