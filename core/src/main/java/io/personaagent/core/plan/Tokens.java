package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.personaagent.core.turn.TurnListener;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many tokens one request took. Where the server does not count, or counts nonsense, it is estimated, so that a budget always holds. */
record Tokens(long input, long output) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** Fewer than most text has: English four and more, code three, Chinese two to three. */
    private static final int BYTES_PER_TOKEN = 3;

    private static final int PER_MESSAGE = 4;

    static Tokens of(ChatRequest request, ChatResponse response) {
        TokenUsage usage = response.tokenUsage();
        return new Tokens(
                counted(usage == null ? null : usage.inputTokenCount(), length(request)),
                counted(usage == null ? null : usage.outputTokenCount(), length(response.aiMessage())));
    }

    /** How many tokens this takes at most, as far as that can be said without the model's own counting; a constant for each message. */
    static long estimate(List<ChatMessage> messages, List<ToolSpecification> tools) {
        long told = messages.stream()
                .mapToLong(message -> PER_MESSAGE + bytes(words(message)) / BYTES_PER_TOKEN + 1)
                .sum();
        return told
                + tools.stream()
                        .mapToLong(tool -> bytes(tool.toString()) / BYTES_PER_TOKEN + 1)
                        .sum();
    }

    private static String words(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return system.text();
        }
        if (message instanceof UserMessage user) {
            return user.singleText();
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return result.text() + result.id() + result.toolName();
        }
        return message.toString();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
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
