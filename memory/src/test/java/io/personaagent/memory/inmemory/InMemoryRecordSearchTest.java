package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.RecordSearchContract;
import io.personaagent.memory.spi.Stores;

class InMemoryRecordSearchTest extends RecordSearchContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
