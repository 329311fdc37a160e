package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.full;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.archive.Archive;
import io.personaagent.memory.archive.ArchiveWriter;
import io.personaagent.memory.archive.Restored;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store owes to an archive: all that goes in comes out again, to the last byte, and in any other store as well. */
public abstract class ArchiveContract {

    private static final Set<String> OWNERS = Set.of("persona", "exposure");

    @TempDir
    private Path folder;

    private UserStore store;

    /** Stores that nobody has used yet. */
    protected abstract Stores newStores() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store = newStores().open(ADA);
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    void emptyMemory_comesBackEmpty() throws Exception {
        assertThat(throughAnotherStore()).isEqualTo(exported(store, "first"));
        assertThat(exported(store, "again")).containsEntry("log.jsonl", "");
    }

    @Test
    void everyField_comesBack() throws Exception {
        fill(store);

        assertThat(throughAnotherStore()).isEqualTo(exported(store, "first"));
    }

    @Test
    void whatAnotherStoreHeld_isHeldHere() throws Exception {
        try (UserStore other = new InMemoryStores().open(ADA)) {
            fill(other);
            Map<String, String> exported = exported(other, "other");

            Restored restored = Archive.open(folder.resolve("other")).restoreInto(store, Progress.none());

            assertThat(restored).isEqualTo(new Restored(5, 0, List.of("exposure", "persona"), List.of()));
            assertThat(exported(store, "here")).isEqualTo(exported);
            assertThat(store.episodes().find(new EpisodeId("full")))
                    .isEqualTo(other.episodes().find(new EpisodeId("full")));
        }
    }

    @Test
    void doneTwice_changesNothing() throws Exception {
        fill(store);
        Map<String, String> before = exported(store, "first");

        Restored again = Archive.open(folder.resolve("first")).restoreInto(store, Progress.none());

        assertThat(again).isEqualTo(new Restored(0, 5, List.of("exposure", "persona"), List.of()));
        assertThat(exported(store, "second")).isEqualTo(before);
    }

    @Test
    void whatHasGoneOn_isNotOverwritten() throws Exception {
        fill(store);
        exported(store, "first");
        store.records("persona").applyIf(2, 3, Changes.NONE);
        store.shelf("notes").put("n1", "call Zo\u00eb");

        Restored restored = Archive.open(folder.resolve("first")).restoreInto(store, Progress.none());

        assertThat(restored.leftOut())
                .containsExactly(
                        "persona: there is another one, which stays", "entry 'n1' of notes: there is another one");
        assertThat(store.shelf("notes").get("n1")).contains("call Zo\u00eb");
        assertThat(store.records("persona").cursor()).isEqualTo(3);
    }

    /** Row R-19: random memories survive the way through another store. */
    @Test
    void randomMemories_comeBack() throws Exception {
        Random random = new Random(19);
        for (int round = 0; round < 20; round++) {
            grow(store, random, round);
            assertThat(throughAnotherStore()).isEqualTo(exported(store, "round-" + round));
        }
    }

    private static void grow(UserStore store, Random random, int round) {
        for (int step = 0; step < 4; step++) {
            String id = "r%d-%d".formatted(round, step);
            store.episodes().append(random.nextBoolean() ? full(id) : said(id, scramble(random)));
            if (random.nextBoolean()) {
                EpisodeId earlier =
                        new EpisodeId("r%d-%d".formatted(random.nextInt(round + 1), random.nextInt(step + 1)));
                store.episodes().add(earlier, Feedback.corrected(scramble(random), NOON.plusMillis(random.nextInt())));
            }
            store.shelf("s" + random.nextInt(3)).put("k" + random.nextInt(9), scramble(random));
        }
    }

    /** Any characters, lone surrogates and NUL included: what cannot be kept is replaced at the door. */
    private static String scramble(Random random) {
        StringBuilder text = new StringBuilder("x");
        random.ints(random.nextInt(20), 0, 0x30000).forEach(text::appendCodePoint);
        return text.append((char) random.nextInt(0x10000)).toString();
    }

    private static void fill(UserStore store) {
        store.episodes().append(said("first", "I like tea.\r\nAnd\u2028coffee"));
        store.episodes().append(full("full"));
        store.episodes().add(new EpisodeId("first"), Feedback.good(NOON));
        store.episodes().add(new EpisodeId("full"), Feedback.corrected("It is 22:00.", NOON.plusSeconds(9)));
        store.episodes().add(new EpisodeId("first"), Feedback.bad(NOON.plusSeconds(10)));
        RecordKey a = new RecordKey("statement", "a");
        RecordKey b = new RecordKey("version", "b c");
        Set<EpisodeId> evidence = Set.of(new EpisodeId("first"), new EpisodeId("full"));
        DerivedRecord full = new DerivedRecord(
                a, "likes \"tea\"", Map.of("x", "1", "\u00e9", ""), evidence, Vector.of("m", new float[] {-0f, 1e-30f
                }));
        store.records("persona")
                .applyIf(
                        0,
                        2,
                        Changes.put(full, DerivedRecord.of(b, "", Set.of()))
                                .linking(List.of(new Link(a, b, "in", -0.0, evidence))));
        store.records("exposure").apply(Changes.put(DerivedRecord.of(new RecordKey("seen", "1"), "", evidence)));
        store.records("a-backend").apply(Changes.put(DerivedRecord.of(new RecordKey("turn", "1"), "tea", evidence)));
        store.shelf("notes").put("n1", "call Bob");
    }

    private Map<String, String> throughAnotherStore() throws Exception {
        try (UserStore other = new InMemoryStores().open(ADA)) {
            exported(store, "out");
            Archive.open(folder.resolve("out")).restoreInto(other, Progress.none());
            Map<String, String> back = exported(other, "back");
            empty(folder.resolve("out"));
            empty(folder.resolve("back"));
            return back;
        }
    }

    private Map<String, String> exported(UserStore from, String name) throws Exception {
        new ArchiveWriter(from, OWNERS).write(folder.resolve(name), Progress.none());
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            files.forEach(file -> contents.put(file.getFileName().toString(), text(file)));
        }
        return contents;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
