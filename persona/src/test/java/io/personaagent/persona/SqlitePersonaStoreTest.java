package io.personaagent.persona;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.persona.contract.PersonaStoreContract;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlitePersonaStoreTest extends PersonaStoreContract {

    @TempDir
    private Path home;

    private final Deque<UserStore> users = new ArrayDeque<>();

    @Override
    protected PersonaStore newStore() {
        users.push(RecordPersonaStoreTest.logged(
                new SqliteStores(home.resolve("users"), TestEpisodes.CLOCK).open(TestEpisodes.ADA)));
        return new RecordPersonaStore(users.element().records(RecordPersonaStore.OWNER), RULES);
    }

    @Override
    protected void forget(Set<EpisodeId> episodes) {
        RecordPersonaStoreTest.forget(users.element(), episodes);
    }

    @AfterEach
    void close() {
        users.forEach(UserStore::close);
    }
}
