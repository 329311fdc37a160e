package io.personaagent.memory.spi;

import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What a backend is lent for one person. */
public interface MemoryContext {

    UserId user();

    /** The person's log. */
    EpisodeReader episodes();

    /** Where the backend keeps what it derives; its own, and nobody else's. */
    RecordStore records();

    Embedder embedder();

    /** A chat model, when one is configured; a backend must do without. */
    Optional<ChatModel> chatModel();

    Clock clock();

    /** The backend's own table of the configuration: {@code [memory.NAME]}. */
    Map<String, String> settings();
}
