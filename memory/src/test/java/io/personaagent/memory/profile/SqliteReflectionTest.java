package io.personaagent.memory.profile;

import static io.personaagent.memory.contract.TestEpisodes.CLOCK;

import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.sqlite.SqliteStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteReflectionTest extends ReflectionContract {

    @TempDir
    Path users;

    @Override
    Stores newStores() {
        return new SqliteStores(users, CLOCK);
    }
}
