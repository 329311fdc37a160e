package io.personaagent.core;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.Inventory;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.util.List;

/** A store that has room for episodes, and none for what belongs to them. */
record NotesRefused(UserStore store) implements UserStore {

    @Override
    public UserId user() {
        return store.user();
    }

    @Override
    public EpisodeLog episodes() {
        return store.episodes();
    }

    @Override
    public Receipt append(Episode episode, String owner, Changes beside) {
        throw new MemoryException("there is no room for notes");
    }

    @Override
    public RecordStore records(String owner) {
        return store.records(owner);
    }

    @Override
    public Shelf shelf(String owner) {
        return store.shelf(owner);
    }

    @Override
    public List<String> shelves() {
        return store.shelves();
    }

    @Override
    public Forgetting forgetting() {
        return store.forgetting();
    }

    @Override
    public Inventory inventory() {
        return store.inventory();
    }

    @Override
    public List<String> check() {
        return store.check();
    }

    @Override
    public long bytes() {
        return store.bytes();
    }

    @Override
    public void close() {
        store.close();
    }
}
