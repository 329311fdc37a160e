package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.ShelfContract;
import io.personaagent.memory.spi.Stores;

class InMemoryShelfTest extends ShelfContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
