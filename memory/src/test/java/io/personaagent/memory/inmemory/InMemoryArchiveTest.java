package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.ArchiveContract;
import io.personaagent.memory.spi.Stores;

class InMemoryArchiveTest extends ArchiveContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
