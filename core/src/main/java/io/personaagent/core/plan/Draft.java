package io.personaagent.core.plan;

import dev.langchain4j.data.message.ChatMessage;
import io.personaagent.core.turn.Shortening;
import java.util.List;

/**
 * What a model would be told.
 *
 * @param sources what it could name of that
 * @param shortening what is not told
 */
record Draft(List<ChatMessage> messages, Sources sources, Shortening shortening) {
    Draft {
        messages = List.copyOf(messages);
    }
}
