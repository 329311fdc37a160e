package io.personaagent.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class TemporaryStoresTest {

    private static final UserId ADA = new UserId("ada");

    @Test
    void remove_leavesTheOthers() throws IOException {
        try (TemporaryStores stores = TemporaryStores.make(Clock.systemUTC())) {
            stores.open(ADA).close();
            stores.open(new UserId("bob")).close();

            stores.remove(ADA);

            try (var inside = Files.list(stores.folder())) {
                assertThat(inside).hasSize(1);
            }
        }
    }

    @Test
    void close_whileAStoreIsOpen_deletesAllTheSame() throws IOException {
        TemporaryStores stores = TemporaryStores.make(Clock.systemUTC());
        try (UserStore open = stores.open(ADA)) {
            assertThat(open.episodes().count()).isZero();

            stores.close();

            assertThat(stores.folder()).doesNotExist();
        }
        assertThatThrownBy(() -> stores.open(ADA)).hasMessage("the temporary stores are closed");
        stores.close();
        assertThat(stores.folder()).doesNotExist();
    }
}
