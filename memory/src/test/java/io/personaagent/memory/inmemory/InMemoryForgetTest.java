package io.personaagent.memory.inmemory;

import io.personaagent.memory.contract.ForgetContract;
import io.personaagent.memory.spi.Stores;

class InMemoryForgetTest extends ForgetContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
