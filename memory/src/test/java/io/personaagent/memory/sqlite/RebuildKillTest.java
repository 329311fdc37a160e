package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.Rebuild.Manner;
import io.personaagent.memory.Rebuilt;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.view.View;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it builds a view. */
class RebuildKillTest {

    private static final String BACKEND = EpisodicSemanticProvider.NAME;
    private static final int EPISODES = 300;

    @TempDir
    private Path users;

    @Test
    void whatAKilledProcessHadBuilt_isGoneOnWith() throws Exception {
        Set<DerivedRecord> before;
        try (UserStore store = new SqliteStores(users, TestEpisodes.CLOCK).open(ADA);
                Memory memory = memory(store)) {
            memory.retainAll(TestEpisodes.several("e", EPISODES));
            before = records(store, BACKEND);
        }

        long killedAt = killedAfterTwoParts();

        try (UserStore store = new SqliteStores(users, TestEpisodes.CLOCK).open(ADA);
                Memory memory = memory(store)) {
            assertThat(store.check()).isEmpty();
            assertThat(memory.view().serving().number()).isEqualTo(1);
            assertThat(memory.recall(RecallQuery.about("number 7", TestEpisodes.NOON)))
                    .isNotEmpty();
            long built = memory.view().built();
            assertThat(built).isBetween(killedAt, (long) EPISODES);

            Rebuilt rebuilt = memory.rebuild().run(Manner.GO_ON, Progress.none());

            assertThat(rebuilt).isEqualTo(new Rebuilt(Rebuilt.End.SERVES, new View(2, "hashing"), built));
            assertThat(records(store, BACKEND + "@2")).isEqualTo(before);
            assertThat(records(store, BACKEND)).isEmpty();
            assertThat(store.check()).isEmpty();
        }
    }

    private static Memory memory(UserStore store) {
        return new Memory(
                store, new EpisodicSemanticProvider(), Lent.of(HashingEmbedder.embedder(), TestEpisodes.CLOCK));
    }

    private long killedAfterTwoParts() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rebuilder.class.getName(),
                        users.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            output.readLine();
            long done = Long.parseLong(output.readLine());
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).isNotZero();
            return done;
        }
    }

    private static Set<DerivedRecord> records(UserStore store, String owner) {
        RecordStore records = store.records(owner);
        return records.kinds().stream()
                .flatMap(kind -> records.list(kind, "", 10_000).stream())
                .collect(Collectors.toSet());
    }
}
