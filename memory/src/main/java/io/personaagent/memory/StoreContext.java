package io.personaagent.memory;

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

/** What one backend sees of a person's store. */
record StoreContext(UserStore store, RecordStore records, Embedder embedder, Lent lent) implements MemoryContext {

    @Override
    public UserId user() {
        return store.user();
    }

    @Override
    public EpisodeReader episodes() {
        return store.episodes();
    }

    @Override
    public Optional<ChatModel> chatModel() {
        return lent.chatModel();
    }

    @Override
    public Clock clock() {
        return lent.clock();
    }

    @Override
    public Map<String, String> settings() {
        return lent.settings();
    }
}
