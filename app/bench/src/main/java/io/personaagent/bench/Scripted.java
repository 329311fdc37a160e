package io.personaagent.bench;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.personaagent.core.model.TalkingModel;
import java.util.List;
import java.util.function.Consumer;

/** A model in this process that takes no time: it calls the tool once where it is to, and then answers. The same one for everybody. */
final class Scripted implements ChatModel, TalkingModel {

    static final String TOOL = "convert";

    private static final ToolExecutionRequest CALL = ToolExecutionRequest.builder()
            .id("call-1")
            .name(TOOL)
            .arguments("{\"amount\": 26.2, \"unit\": \"miles\"}")
            .build();
    private static final ChatResponse CALLS = response(AiMessage.from(CALL));
    private static final ChatResponse ANSWERS = response(AiMessage.from("A marathon is 42.16 kilometres long."));

    private final boolean callsTool;

    Scripted(boolean callsTool) {
        this.callsTool = callsTool;
    }

    private static ChatResponse response(AiMessage message) {
        return ChatResponse.builder()
                .aiMessage(message)
                .tokenUsage(new TokenUsage(100, 20))
                .build();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        List<ChatMessage> messages = request.messages();
        boolean asked = messages.get(messages.size() - 1) instanceof UserMessage;
        return asked && callsTool ? CALLS : ANSWERS;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public ChatResponse ask(ChatRequest request, Consumer<String> pieces) {
        return doChat(request);
    }
}
