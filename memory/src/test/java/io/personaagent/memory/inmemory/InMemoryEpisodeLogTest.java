package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.EpisodeLogContract;
import io.personaagent.memory.spi.Stores;

class InMemoryEpisodeLogTest extends EpisodeLogContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
