package io.personaagent.memory.sqlite;

import io.personaagent.memory.contract.RebuildContract;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.spi.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteRebuildTest extends RebuildContract {

    @TempDir
    private Path users;

    @Override
    protected Stores newStores() {
        return new SqliteStores(users, TestEpisodes.CLOCK);
    }
}
