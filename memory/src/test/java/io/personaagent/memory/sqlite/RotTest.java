package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.full;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.Soak;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a file on a disk that forgets. */
@Tag("fault")
class RotTest {

    private static final EpisodeId E1 = new EpisodeId("e1");
    private static final RecordKey TURN = new RecordKey("turn", "a");

    private static final int PAGE = 4096;

    @TempDir
    private Path users;

    /** Everything that a store tells, each piece on its own. */
    private record Told(Set<Object> pieces, boolean clean) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE episode SET body = replace(body, 'tea', 'cat') WHERE id = 'e1'",
                "UPDATE episode SET session = 's2' WHERE id = 'e1'",
                "UPDATE episode SET happened = happened + 1 WHERE id = 'e1'",
                "UPDATE episode SET recorded = recorded + 1 WHERE id = 'e1'",
                "UPDATE episode SET position = position + 10 WHERE id = 'e1'",
                "UPDATE episode SET feedbacks = 0 WHERE id = 'e1'",
                "UPDATE feedback SET text = 'sugar'",
                "UPDATE feedback SET given = given + 1",
                "UPDATE feedback SET verdict = 'GOOD'",
                "DELETE FROM feedback"
            })
    void anEpisodeThatWasTamperedWith_isNotServed_butReported(String tampering) throws Exception {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            store.episodes().append(said("e1", "I like tea."));
            store.episodes().add(E1, Feedback.corrected("coffee", NOON));
            store.episodes().append(said("e2", "whole"));
        }
        Databases.script(Databases.file(users), tampering);

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.episodes().find(E1)).isEmpty();
            assertThat(store.episodes().latest(5)).containsExactly(said("e2", "whole"));
            assertThat(store.episodes().after(0, 1))
                    .extracting(LogEntry::episode)
                    .containsExactly(said("e2", "whole"));
            assertThat(store.check())
                    .anyMatch(line ->
                            line.matches("episode 'e1' at position \\d+ does not match its hash; it is left out"));
            assertThatThrownBy(() -> store.episodes().append(said("e1", "I like tea.")))
                    .isInstanceOf(MemoryException.class)
                    .hasMessage("episode 'e1' is damaged on the disk, so nothing is added to it;"
                            + " run 'doctor' and put back a backup (%s)".formatted(Databases.file(users)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE record SET text = 'x' | record 'turn/a' of episodic",
                "UPDATE record SET attributes = '{}' | record 'turn/a' of episodic",
                "UPDATE record SET vector_hash = '' | record 'turn/a' of episodic",
                "UPDATE vector SET floats = zeroblob(8) | record 'turn/a' of episodic",
                "UPDATE vector SET model = 'x' | record 'turn/a' of episodic",
                "DELETE FROM vector | record 'turn/a' of episodic",
                "DELETE FROM record_evidence | record 'turn/a' of episodic",
                "UPDATE collection SET kind = 'fact' | record 'fact/a' of episodic",
                "UPDATE link SET weight = '2.0' | a link of episodic",
                "UPDATE link_evidence SET episode = 'e2' | a link of episodic",
                "UPDATE cursor SET position = 9 | the cursor of episodic",
                "UPDATE shelf SET value = 'x' | shelf entry 'k' of notes"
            })
    void whatElseWasTamperedWith_isNotServed_butReported(String tampering, String named) throws Exception {
        Told before;
        try (UserStore store = filled()) {
            before = tell(store);
        }
        Databases.script(Databases.file(users), tampering);

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(tell(store).pieces()).isSubsetOf(before.pieces()).isNotEqualTo(before.pieces());
            assertThat(store.check()).contains(named + " does not match its hash; it is left out");
        }
    }

    /** SQLite's own check, made twice by one connection, finds a full-text table wrong that another one has written to meanwhile. */
    @Test
    void aDamagedRecord_mayBeNamed_butIsNotRead() throws Exception {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            RecordStore records = store.records("episodic");
            for (int i = 0; i < 5; i++) {
                records.apply(Changes.put(DerivedRecord.of(new RecordKey("turn", "r" + i), "tea", Set.of())
                        .with(Vector.of("m", new float[] {1, i}))));
            }
        }
        Databases.script(Databases.file(users), "UPDATE record SET attributes = '[]' WHERE id IN ('r0', 'r1')");

        try (UserStore store = Databases.stores(users).open(ADA)) {
            RecordStore records = store.records("episodic");
            Vector query = Vector.of("m", new float[] {1, 0});
            assertThat(read(records, records.nearest("turn", query, 4)))
                    .extracting(record -> record.key().id())
                    .containsExactly("r2", "r3");
            assertThat(read(records, records.matching("turn", "tea", 4)))
                    .extracting(record -> record.key().id())
                    .containsExactly("r2", "r3");
            assertThat(records.find(new RecordKey("turn", "r0"))).isEmpty();
            assertThat(records.list("turn", "", 2))
                    .extracting(record -> record.key().id())
                    .containsExactly("r2", "r3");
        }
    }

    /** Flips one bit at a time: whatever is told afterwards was told before, word for word. */
    @Test
    void aFlippedBit_isNeverServed() throws Exception {
        Told before;
        try (UserStore store = filled()) {
            before = tell(store);
        }
        Path file = Databases.file(users);
        byte[] whole = Files.readAllBytes(file);
        byte[] payload = "bread and butter, number".getBytes(StandardCharsets.UTF_8);
        int noticed = 0;
        int flips = Soak.times("flips", 100);

        for (int seed = 0; seed < flips; seed++) {
            Random random = new Random(seed);
            byte[] rotten = whole.clone();
            // Every other one into what somebody said, the rest anywhere.
            int at = seed % 2 == 0 ? indexOf(whole, payload, random) : random.nextInt(whole.length);
            rotten[at] ^= (byte) (1 << random.nextInt(8));
            replace(file, rotten);
            Told after = tellIfPossible();

            assertThat(after.pieces()).as("seed %d, byte %d", seed, at).isSubsetOf(before.pieces());
            boolean seen = !after.clean();
            assertThat(seen || seed % 2 == 1)
                    .as("seed %d, byte %d is not noticed", seed, at)
                    .isTrue();
            noticed += seen ? 1 : 0;
        }

        assertThat(noticed).isGreaterThanOrEqualTo(flips / 2);
        System.out.printf(
                "%d flips, half of them into what was said: none was served; all %d of those and %d of the others were noticed%n",
                flips, (flips + 1) / 2, noticed - (flips + 1) / 2);
    }

    /** Of pages of zeros and missing ends nothing is told that was not told before; another store's log is noticed. */
    @Test
    void aDamagedFile_isNeverServedAsWhole() throws Exception {
        Told before;
        try (UserStore store = filled()) {
            before = tell(store);
        }
        Path file = Databases.file(users);
        byte[] whole = Files.readAllBytes(file);
        for (int page = 0; page < whole.length / PAGE; page++) {
            byte[] zeroed = whole.clone();
            Arrays.fill(zeroed, page * PAGE, (page + 1) * PAGE, (byte) 0);
            replace(file, zeroed);
            assertThat(tellIfPossible().pieces()).as("page %d is zero", page).isSubsetOf(before.pieces());

            replace(file, Arrays.copyOf(whole, page * PAGE + page % 3 * 100));
            assertThat(tellIfPossible().pieces()).as("%d pages are left", page).isSubsetOf(before.pieces());
        }
        replace(file, whole);
        Files.write(Path.of(file + "-wal"), anothersLog());
        // SQLite cannot tell whose log it is; the pages that it puts among the others do not fit them.
        assertThat(tellIfPossible().clean()).isFalse();
    }

    private static byte[] anothersLog() throws Exception {
        Path users = Files.createTempDirectory("another");
        try (UserStore store = Databases.stores(users).open(ADA)) {
            store.episodes().append(said("another", "another's"));
            return Files.readAllBytes(Path.of(Databases.file(users) + "-wal"));
        }
    }

    private Told tellIfPossible() {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            return tell(store);
        } catch (MemoryException refused) {
            return new Told(Set.of(), false);
        }
    }

    private static Told tell(UserStore store) {
        List<Object> pieces = new ArrayList<>();
        RecordStore records = store.records("episodic");
        add(pieces, () -> store.episodes().after(0, 1000));
        add(pieces, () -> store.episodes().latest(1000));
        add(pieces, () -> store.episodes().around(new EpisodeId("e-20"), 1000));
        add(pieces, () -> records.list("turn", "", 1000));
        add(pieces, () -> read(records, records.nearest("turn", Vector.of("m", new float[] {1, 0}), 1)));
        add(pieces, () -> read(records, records.matching("turn", "tea", 1)));
        add(pieces, () -> records.links(TURN));
        add(pieces, () -> records.cursor() == 0 ? List.of() : List.of("cursor " + records.cursor()));
        add(pieces, () -> store.shelf("notes").all("").entrySet().stream()
                .map(Map.Entry::toString)
                .toList());
        boolean clean;
        try {
            clean = store.check().isEmpty();
        } catch (MemoryException damaged) {
            clean = false;
        }
        return new Told(Set.copyOf(pieces), clean);
    }

    private static Collection<DerivedRecord> read(RecordStore records, List<Hit> hits) {
        return records.findAll(hits.stream().map(Hit::key).toList()).values();
    }

    private static void add(List<Object> pieces, Supplier<? extends Collection<?>> told) {
        try {
            pieces.addAll(told.get());
        } catch (MemoryException damaged) {
            assertThat(damaged).hasMessageContaining("memory.db");
        }
    }

    private UserStore filled() {
        UserStore store = Databases.stores(users).open(ADA);
        store.episodes().append(full("e1"));
        for (int i = 0; i < 40; i++) {
            store.episodes().append(said("e-" + i, "I had bread and butter, number %d.".formatted(i)));
        }
        store.episodes().add(E1, Feedback.corrected("tea", TestEpisodes.NOON));
        DerivedRecord record =
                new DerivedRecord(TURN, "green tea", Map.of("x", "y"), Set.of(E1), Vector.of("m", new float[] {1, 2}));
        Link link = new Link(TURN, new RecordKey("turn", "b"), "next", 1, Set.of(E1));
        store.records("episodic").applyIf(0, 5, Changes.put(record).linking(List.of(link)));
        store.shelf("notes").put("k", "value");
        return store;
    }

    private static int indexOf(byte[] file, byte[] payload, Random random) {
        int from = random.nextInt(file.length);
        for (int i = 0; i < file.length; i++) {
            int at = (from + i) % (file.length - payload.length);
            if (Arrays.equals(file, at, at + payload.length, payload, 0, payload.length)) {
                return at + random.nextInt(payload.length);
            }
        }
        throw new AssertionError("the text is not in the file");
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(Path.of(file + "-wal"));
        Files.deleteIfExists(Path.of(file + "-shm"));
        Files.write(file, content);
    }
}
