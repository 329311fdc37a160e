package io.personaagent.memory.inmemory;

import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Keeps everybody's stores for as long as it lives itself: a store that is closed and opened again holds what it held. Thread-safe.
 */
public final class InMemoryStores implements Stores {

    private final ConcurrentSkipListMap<UserId, UserStore> stores = new ConcurrentSkipListMap<>();

    @Override
    public UserStore open(UserId user) {
        return stores.computeIfAbsent(user, InMemoryUserStore::new);
    }

    @Override
    public List<UserId> users() {
        return List.copyOf(stores.keySet());
    }
}
