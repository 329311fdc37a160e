package io.personaagent.bench;

import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What a backend is lent here: a store and an embedder, and nothing else. */
record Borrowed(UserStore store, String backend, Embedder embedder) implements MemoryContext {

    @Override
    public UserId user() {
        return store.user();
    }

    @Override
    public EpisodeReader episodes() {
        return store.episodes();
    }

    @Override
    public RecordStore records() {
        return store.records(backend);
    }

    @Override
    public Optional<ChatModel> chatModel() {
        return Optional.empty();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }
}
