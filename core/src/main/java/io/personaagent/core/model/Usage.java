package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * What one answer took, and whose it is.
 *
 * @param profile under which name the model that answered is configured, such as {@code model} or {@code models.cheap}
 * @param model the name of the model that answered
 * @param input tokens that went in: counted by the server or, where it does not count or counts nonsense, estimated
 * @param output tokens that came out, likewise
 * @param cost in the currency of the profile's prices; 0 where it has none
 */
public record Usage(String profile, String model, long input, long output, double cost) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    public Usage {
        requireNonNull(profile, "profile");
        requireNonNull(model, "model");
    }

    /** What this answer took. */
    static Usage of(String profile, String model, Price price, ChatRequest request, ChatResponse response) {
        TokenUsage usage = response.tokenUsage();
        long input = counted(usage == null ? null : usage.inputTokenCount(), length(request));
        long output = counted(usage == null ? null : usage.outputTokenCount(), length(response.aiMessage()));
        return new Usage(profile, model, input, output, price.of(input, output));
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
