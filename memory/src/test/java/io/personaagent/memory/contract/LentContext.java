package io.personaagent.memory.contract;

import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** A context as a host lends it, for tests: no chat model, no settings, the clock stands still. */
public record LentContext(UserStore store, String backend, Embedder embedder) implements MemoryContext {

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
        return Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }
}
