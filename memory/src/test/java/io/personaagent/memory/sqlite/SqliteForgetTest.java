package io.personaagent.memory.sqlite;

import io.personaagent.memory.contract.ForgetContract;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.spi.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteForgetTest extends ForgetContract {

    @TempDir
    private Path home;

    @Override
    protected Stores newStores() {
        return new SqliteStores(home.resolve("users"), TestEpisodes.CLOCK);
    }
}
