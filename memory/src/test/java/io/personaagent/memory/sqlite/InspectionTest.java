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
}
