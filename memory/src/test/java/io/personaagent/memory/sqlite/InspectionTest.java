package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.UserStore;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    @TempDir
    private Path users;

    @Test
    void check_betweenWrites_raisesNoFalseAlarm() {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            for (int i = 0; i < 5; i++) {
                store.records("episodic")
                        .apply(Changes.put(DerivedRecord.of(new RecordKey("turn", "r" + i), "tea", Set.of())));

                assertThat(store.check()).isEmpty();
            }
        }
    }

    @Test
    void fullTextThatDoesNotFit_isReported() throws Exception {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            store.records("episodic")
                    .apply(Changes.put(DerivedRecord.of(new RecordKey("turn", "a"), "green tea", Set.of())));
        }
        Databases.script(Databases.file(users), "UPDATE terms_1_content SET c0 = 'nothing'");

        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(store.check())
                    .containsExactly("the file is damaged: malformed inverted index for FTS5 table main.terms_1");
        }
    }
}
