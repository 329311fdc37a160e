package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.RankingIsolationContract;
import io.personaagent.memory.spi.Stores;

class InMemoryRankingIsolationTest extends RankingIsolationContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
