package io.personaagent.memory.inmemory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.Inventory;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One person's log, records and shelves. */
final class InMemoryUserStore implements UserStore {

    private final UserId user;
    private final InMemoryEpisodeLog episodes = new InMemoryEpisodeLog();
    private final InMemoryForgetting forgetting;
    private final Map<String, InMemoryRecordStore> records = new ConcurrentHashMap<>();
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    InMemoryUserStore(UserId user) {
        this.user = requireNonNull(user, "user");
        this.forgetting = new InMemoryForgetting(episodes, records, shelves);
    }

    @Override
    public UserId user() {
        return user;
    }

    @Override
    public EpisodeLog episodes() {
        return episodes;
    }

    @Override
    public Receipt append(Episode episode, String owner, Changes beside) {
        Receipt receipt = episodes.append(episode);
        records(owner).apply(beside);
        return receipt;
    }

    @Override
    public RecordStore records(String owner) {
        return records.computeIfAbsent(owner, name -> new InMemoryRecordStore(forgetting::mayRestOn));
    }

    @Override
    public Shelf shelf(String owner) {
        return shelves.computeIfAbsent(owner, name -> new InMemoryShelf());
    }

    @Override
    public List<String> shelves() {
        return shelves.entrySet().stream()
                .filter(shelf -> !shelf.getValue().all("").isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public Forgetting forgetting() {
        return forgetting;
    }

    @Override
    public Inventory inventory() {
        return new InMemoryInventory(episodes, records);
    }

    @Override
    public List<String> check() {
        return List.of();
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public void close() {}
}
