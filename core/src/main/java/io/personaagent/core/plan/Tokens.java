package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.personaagent.core.turn.TurnListener;
import org.jspecify.annotations.Nullable;

/** How many tokens one request took. Where the server does not count, or counts nonsense, it is estimated, so that a budget always holds. */
record Tokens(long input, long output) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    static Tokens of(ChatRequest request, ChatResponse response) {
        TokenUsage usage = response.tokenUsage();
        return new Tokens(
                counted(usage == null ? null : usage.inputTokenCount(), length(request)),
                counted(usage == null ? null : usage.outputTokenCount(), length(response.aiMessage())));
    }

    void tell(TurnListener listener) {
        listener.spent(input, output);
    }

    private static long counted(@Nullable Integer count, long characters) {
        return count == null || count <= 0 ? characters / CHARACTERS_PER_TOKEN + 1 : count;
    }

    private static long length(ChatRequest request) {
        return request.messages().stream()
                .mapToLong(message -> message.toString().length())
                .sum();
    }

    private static long length(AiMessage reply) {
        long text = reply.text() == null ? 0 : reply.text().length();
        return text
                + reply.toolExecutionRequests().stream()
                        .map(ToolExecutionRequest::toString)
                        .mapToLong(String::length)
                        .sum();
    }
}
