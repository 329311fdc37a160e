package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureMigrationTest {

    @TempDir
    private Path users;

    @BeforeEach
    void fill() {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            store.records("episodic")
                    .apply(Changes.put(record("a", "m", 1, 0), record("b", "m", 0, 1), record("c", "other", 1, 1)));
            store.records("persona").apply(Changes.put(record("d", "m", 1, 0)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void open_aFileOfAnEarlierVersion_movesTheVectors_andMakesTheirSignatures(int version) throws Exception {
        Path old = OldFiles.of(users.resolve("old"), version, record("a", "m", 1, 0), record("b", "m", 0, 1));

        try (UserStore store = Databases.stores(old).open(ADA)) {
            RecordStore records = store.records("episodic");
            assertThat(ids(records)).containsExactly("a", "b");
            assertThat(records.list("turn", "", 9)).containsExactly(record("a", "m", 1, 0), record("b", "m", 0, 1));
            records.apply(Changes.put(record("e", "m", 2, 0.1f)));
            assertThat(ids(records)).containsExactly("a", "e", "b");
            assertThat(store.check()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE record SET vector = x'0000003f00000000' WHERE id = 'a'",
                "UPDATE record SET model = 'other' WHERE id = 'a'",
                "UPDATE record SET text = 'gin' WHERE id = 'a'"
            })
    void whatWasDamagedBefore_staysSo(String tampering) throws Exception {
        Path old = OldFiles.of(users.resolve("old"), 4, record("a", "m", 1, 0), record("b", "m", 0, 1));
        Databases.script(Databases.file(old), tampering);

        try (UserStore store = Databases.stores(old).open(ADA)) {
            assertThat(store.records("episodic").list("turn", "", 9)).containsExactly(record("b", "m", 0, 1));
            assertThat(store.check()).contains("record 'turn/a' of episodic does not match its hash; it is left out");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM signature WHERE record = 1",
                "UPDATE signature SET signs = x'ff' WHERE record = 2",
                "UPDATE signature SET space = 2 WHERE record = 1"
            })
    void aSignatureThatIsNotItsVectors_isReported(String tampering) throws Exception {
        Databases.script(Databases.file(users), tampering);

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.check())
                    .containsExactly(
                            "1 vectors have no signature or a wrong one, so they may be missed; rebuild the memory");
        }
    }

    @Test
    void numbersThatWereGivenTwice_areReported() throws Exception {
        Databases.script(Databases.file(users), "UPDATE record_end SET number = 2");

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.check()).containsExactly("the records go on after the last number that was given");
        }
    }

    @Test
    void aRecord_takesItsSignatureWithIt() throws Exception {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            store.records("episodic").apply(Changes.remove(List.of(new RecordKey("turn", "a"))));
            store.records("persona").clear();
        }

        try (Handle handle = Databases.raw(Databases.file(users))) {
            assertThat(handle.list(
                            "SELECT record FROM signature INTERSECT SELECT record FROM vector", row -> row.getLong(1)))
                    .containsExactly(2L, 3L);
        }
    }

    private static List<String> ids(RecordStore records) {
        return records.nearest("turn", Vector.of("m", new float[] {1, 0}), 5).stream()
                .map(Hit::key)
                .map(RecordKey::id)
                .toList();
    }

    private static DerivedRecord record(String id, String model, float x, float y) {
        return DerivedRecord.of(new RecordKey("turn", id), "tea", Set.of()).with(Vector.of(model, new float[] {x, y}));
    }
}
