package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static io.personaagent.memory.contract.TestEpisodes.several;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.Soak;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault")
class BackupTest {

    @TempDir
    private Path users;

    /** What was acknowledged before the copy began is in it, and what is in it is how the log began. */
    @Test
    void backUp_whileOthersWrite_isTheBeginningOfTheLog() throws Exception {
        int backups = Soak.times("backups", 3);
        SqliteStores stores = new SqliteStores(users, CLOCK);
        try (UserStore store = stores.open(ADA)) {
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; !enough.get(); i++) {
                    store.episodes().append(said("w" + i, "while it is copied"));
                }
            });
            for (int i = 0; i < backups; i++) {
                store.episodes().appendAll(several("b" + i, 20));
                long acknowledged = store.episodes().end();

                stores.backUp(ADA, users.resolve("copy-" + i));

                List<LogEntry> copied = restored(stores, i);
                assertThat(copied).hasSizeGreaterThanOrEqualTo((int) acknowledged);
                assertThat(store.episodes().after(0, copied.size())).isEqualTo(copied);
            }
            enough.set(true);
            writing.get();
        }
    }

    private List<LogEntry> restored(SqliteStores stores, int number) throws IOException {
        UserId again = new UserId("restored" + number);
        Path file = stores.folder(again).resolve(SqliteStores.FILE);
        Files.createDirectories(file.getParent());
        Files.copy(users.resolve("copy-" + number), file);
        try (UserStore store = stores.open(again)) {
            assertThat(store.check()).isEmpty();
            return store.episodes().after(0, Integer.MAX_VALUE);
        }
    }

    @Test
    void backUp_toANameThatIsTaken_isRefusedAndLeavesItAsItIs() throws IOException {
        SqliteStores stores = new SqliteStores(users, CLOCK);
        stores.open(ADA).close();
        Path diary = Files.writeString(users.resolve("diary"), "dear diary");

        assertThatThrownBy(() -> stores.backUp(ADA, diary))
                .isInstanceOf(MemoryException.class)
                .hasMessage("%s is there already, and is left as it is; choose another name", diary);
        assertThat(diary).hasContent("dear diary");
    }

    @Test
    void backUp_ofNobody_isRefusedAndMakesNothing() {
        SqliteStores stores = new SqliteStores(users, CLOCK);

        assertThatThrownBy(() -> stores.backUp(ADA, users.resolve("copy")))
                .isInstanceOf(MemoryException.class)
                .hasMessage("there is no store of 'ada' to copy (%s)", Databases.file(users));
        assertThat(users).isEmptyDirectory();
    }
}
