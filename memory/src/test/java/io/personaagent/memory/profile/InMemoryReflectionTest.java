package io.personaagent.memory.profile;

import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Stores;

class InMemoryReflectionTest extends ReflectionContract {
    @Override
    Stores newStores() {
        return new InMemoryStores();
    }
}
