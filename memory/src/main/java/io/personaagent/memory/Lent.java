package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.memory.boundary.Policy;
import io.personaagent.memory.spi.Embedder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What the host lends to a memory besides the person's store.
 *
 * @param embedders make the vectors
 * @param chatModel a chat model, when one is configured
 * @param clock the time
 * @param settings the backend's own table of the configuration
 * @param policy what may be shown to whom
 */
public record Lent(
        Embedders embedders, Optional<ChatModel> chatModel, Clock clock, Map<String, String> settings, Policy policy) {

    public Lent {
        requireNonNull(embedders, "embedders");
        requireNonNull(chatModel, "chatModel");
        requireNonNull(clock, "clock");
        settings = Map.copyOf(settings);
        requireNonNull(policy, "policy");
    }

    /** With one embedder, without a chat model and settings, and with the usual policy. */
    public static Lent of(Embedder embedder, Clock clock) {
        return new Lent(Embedders.only(embedder), Optional.empty(), clock, Map.of(), Policy.USUAL);
    }
}
