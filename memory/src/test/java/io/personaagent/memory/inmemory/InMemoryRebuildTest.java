package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.RebuildContract;
import io.personaagent.memory.spi.Stores;

class InMemoryRebuildTest extends RebuildContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
