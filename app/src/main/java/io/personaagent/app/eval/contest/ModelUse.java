package io.personaagent.app.eval.contest;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.concurrent.atomic.AtomicLong;

/** How often a chat model was asked, and what it took. Thread-safe. */
public final class ModelUse {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong tokens = new AtomicLong();

    public long calls() {
        return calls.get();
    }

    /** Input and output; as the server counts, or a quarter of the characters where it does not. */
    public long tokens() {
        return tokens.get();
    }

    ChatModel counting(ChatModel model) {
        return new ChatModel() {
            @Override
            public ChatResponse chat(ChatRequest request) {
                calls.incrementAndGet();
                ChatResponse response = model.chat(request);
                tokens.addAndGet(tokens(request, response));
                return response;
            }
        };
    }

    private static long tokens(ChatRequest request, ChatResponse response) {
        if (response.tokenUsage() != null && response.tokenUsage().totalTokenCount() != null) {
            return response.tokenUsage().totalTokenCount();
        }
        long input = request.messages().toString().length();
        long output = response.aiMessage().toString().length();
        return (input + output) / CHARACTERS_PER_TOKEN;
    }
}
