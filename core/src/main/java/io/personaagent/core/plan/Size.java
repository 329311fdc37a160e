package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How many tokens a request takes, as far as that can be said without the model's own counting; rather too many than too few. */
final class Size {

    /** Most text has more: English four and more, Chinese about three; results are often JSON, which has about three. */
    private static final int BYTES_PER_TOKEN = 3;

    private static final int PER_MESSAGE = 4;

    private Size() {}

    static long tokens(List<ChatMessage> messages, List<ToolSpecification> tools) {
        return messages.stream()
                        .mapToLong(message -> PER_MESSAGE + tokens(words(message)))
                        .sum()
                + tools.stream().mapToLong(tool -> tokens(tool.toString())).sum();
    }

    private static long tokens(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN + 1L;
    }

    private static String words(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return system.text();
        }
        if (message instanceof UserMessage user) {
            return user.singleText();
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return result.id() + result.toolName() + result.text();
        }
        return message instanceof AiMessage reply ? words(reply) : message.toString();
    }

    private static String words(AiMessage reply) {
        StringBuilder words = new StringBuilder(reply.text() == null ? "" : reply.text());
        for (ToolExecutionRequest request : reply.toolExecutionRequests()) {
            words.append(request.id()).append(request.name()).append(request.arguments());
        }
        return words.toString();
    }
}
