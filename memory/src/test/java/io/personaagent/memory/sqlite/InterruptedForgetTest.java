package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.inSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.Memory;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.forget.ForgetReceipt;
import io.personaagent.memory.forget.ForgetWatch;
import io.personaagent.memory.forget.Forgetter;
import io.personaagent.memory.forget.Selection;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Forgotten.Stage;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.UserStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting that is cut short, and forgetting while others read. More kills with -Dsoak.forget.kills=N. */
@Tag("fault")
class InterruptedForgetTest {

    private static final int KILLS = Integer.getInteger("soak.forget.kills", 5);
    private static final int EPISODES = Math.max(60, 4 * KILLS);
    private static final EpisodeId FIRST = new EpisodeId("e0");

    @TempDir
    private Path users;

    @BeforeEach
    void fill() {
        try (UserStore store = open();
                Memory memory = memory(store)) {
            memory.retainAll(IntStream.range(0, EPISODES)
                    .mapToObj(at -> inSession(
                            "s" + at / 10, "e" + at, "I told you about the %s of my aunt.".formatted(word(at))))
                    .toList());
        }
    }

    @Test
    void begun_isCompletedWhenItIsOpenedAgain() throws Exception {
        try (UserStore store = open()) {
            store.forgetting().begin(Set.of(FIRST));
        }

        assertIsForgotten(0);
    }

    @Test
    void removed_isCompletedWhenItIsOpenedAgain() throws Exception {
        try (UserStore store = open()) {
            long number = store.forgetting().begin(Set.of(FIRST)).number();
            store.forgetting().remove(number, Progress.none());
        }

        assertIsForgotten(0);
    }

    @Test
    void everythingBegun_isCompletedWhenItIsOpenedAgain() throws Exception {
        Files.writeString(users.resolve("ada/memory.db.version-1-0.backup"), word(3));
        Files.writeString(Files.createDirectories(users.resolve("ada/tools/x")).resolve("y"), word(4));
        try (UserStore store = open()) {
            store.forgetting().beginAll();
        }

        try (UserStore store = open()) {
            assertThat(store.episodes().count()).isZero();
        }
        assertThat(filesWith(word(1), word(3), word(4))).isEmpty();
    }

    @Test
    void anOpenReader_delaysIt_andItIsCompletedWhenTheReaderIsGone() throws Exception {
        try (UserStore store = open();
                Memory memory = memory(store)) {
            Forgetter forgetter = memory.forgetter(List.of()).waiting(Duration.ofMillis(50));
            List<ForgetWatch.Step> heard = new ArrayList<>();
            try (Handle reader = Databases.raw(Databases.file(users))) {
                reader.script("BEGIN");
                assertThat(reader.number("SELECT count(*) FROM episode")).isEqualTo(EPISODES);

                ForgetReceipt receipt = forgetter.forget(
                        forgetter.preview(Selection.all().named(List.of(FIRST))), (step, done, all) -> heard.add(step));

                assertThat(receipt.isDone()).isFalse();
                assertThat(receipt.forgotten().stage()).isEqualTo(Stage.REMOVED);
                assertThat(heard).contains(ForgetWatch.Step.WAITING);
                assertThat(store.episodes().find(FIRST)).isEmpty();
            }
        }

        assertIsForgotten(0);
    }

    @Test
    void aReaderThatGoes_isWaitedFor() throws Exception {
        try (UserStore store = open();
                Memory memory = memory(store);
                Handle reader = Databases.raw(Databases.file(users))) {
            reader.script("BEGIN");
            reader.number("SELECT count(*) FROM episode");
            Forgetter forgetter = memory.forgetter(List.of());

            ForgetReceipt receipt =
                    forgetter.forget(forgetter.preview(Selection.all().named(List.of(FIRST))), (step, done, all) -> {
                        if (step == ForgetWatch.Step.WAITING) {
                            reader.rollBack();
                        }
                    });

            assertThat(receipt.isDone()).isTrue();
        }
        assertThat(filesWith(word(0))).isEmpty();
    }

    @Test
    void aKill_leavesNothingHalfForgotten() throws Exception {
        Random random = new Random(20_260_918);
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> ids = IntStream.range(3 * kill, 3 * kill + 3)
                    .mapToObj(at -> "e" + at)
                    .toList();
            List<String> printed = killedAfterBegin(ids, random.nextInt(400_000_000));

            try (UserStore store = open();
                    Memory memory = memory(store)) {
                memory.catchUp(Progress.none());
                assertThat(store.check()).isEmpty();
                assertThat(store.forgetting().all()).allMatch(each -> each.stage() == Stage.DONE);
                assertThat(store.records("episodic-semantic").toAbsorbAgain(10)).isEmpty();
                for (int at = 3 * kill; at < 3 * kill + 3; at++) {
                    boolean there =
                            store.episodes().find(new EpisodeId("e" + at)).isPresent();
                    assertThat(there && printed.contains("done e" + at)).isFalse();
                    if (!there) {
                        assertThat(filesWith(word(at))).as("e%d", at).isEmpty();
                    }
                }
            }
        }
    }

    private List<String> killedAfterBegin(List<String> ids, int nanosLater) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Forgets.class.getName(),
                users.toString()));
        command.addAll(ids);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null && !line.equals("begin " + ids.get(0))) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("begin " + ids.get(0));
            long end = System.nanoTime() + nanosLater;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
            output.lines().forEach(printed::add);
        }
        process.waitFor();
        return printed;
    }

    private void assertIsForgotten(int number) throws IOException {
        try (UserStore store = open();
                Memory memory = memory(store)) {
            assertThat(store.episodes().find(new EpisodeId("e" + number))).isEmpty();
            assertThat(store.episodes().count()).isEqualTo(EPISODES - 1);
            assertThat(store.forgetting().all()).extracting(Forgotten::stage).containsExactly(Stage.DONE);
            memory.catchUp(Progress.none());
            assertThat(store.records("episodic-semantic").count("context")).isEqualTo(EPISODES - 1);
            assertThat(store.check()).isEmpty();
        }
        assertThat(filesWith(word(number))).isEmpty();
    }

    private List<Path> filesWith(String... words) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(users)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("-shm"))
                    .toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (Stream.of(words).anyMatch(word -> content.contains(word.substring(word.length() - 8)))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** A word that is in no other episode, and of whose last letters no other is made. */
    private static String word(int number) {
        Random random = new Random(number);
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < 16; at++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private UserStore open() {
        return new SqliteStores(users, CLOCK).open(ADA);
    }

    private static Memory memory(UserStore store) {
        return new Memory(store, new EpisodicSemanticProvider(), Forgets.LENT);
    }
}
