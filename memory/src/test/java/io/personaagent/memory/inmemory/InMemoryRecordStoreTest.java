package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.RecordStoreContract;
import io.personaagent.memory.spi.Stores;

class InMemoryRecordStoreTest extends RecordStoreContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
