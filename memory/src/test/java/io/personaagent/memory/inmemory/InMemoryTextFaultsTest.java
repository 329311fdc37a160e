package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.TextFaultsContract;
import io.personaagent.memory.spi.Stores;

class InMemoryTextFaultsTest extends TextFaultsContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
