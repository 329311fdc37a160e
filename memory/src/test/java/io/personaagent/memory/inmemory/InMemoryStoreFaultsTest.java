package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.StoreFaultsContract;
import io.personaagent.memory.spi.Stores;

class InMemoryStoreFaultsTest extends StoreFaultsContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
